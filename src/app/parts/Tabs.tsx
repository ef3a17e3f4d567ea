// The way between the places of the app: at the thumb on a phone, on top of a wide page.
import type { JSX } from 'preact';
import { hrefOf, type Route, route } from '../router.ts';
import { BarsIcon, LayersIcon, SheetsIcon, SlidersIcon, StepsIcon } from './icons.tsx';

const TABS = [
  { at: 'today', title: 'Today', Icon: StepsIcon, places: ['today', 'session', 'placement'] },
  { at: 'explore', title: 'Explore', Icon: LayersIcon, places: ['explore', 'area', 'skill'] },
  { at: 'progress', title: 'Progress', Icon: BarsIcon, places: ['progress'] },
  { at: 'sets', title: 'Sets', Icon: SheetsIcon, places: ['sets', 'set', 'result'] },
  { at: 'settings', title: 'Settings', Icon: SlidersIcon, places: ['settings'] },
] as const;

const isHere = (places: readonly Route['at'][]): boolean => places.includes(route.value.at);

export const Tabs = (): JSX.Element => (
  <nav class="tabs" aria-label="Gradus">
    <ul>
      <li class="brand" aria-hidden="true">
        Gradus
      </li>
      {TABS.map(({ at, title, Icon, places }) => (
        <li key={at}>
          <a href={hrefOf({ at })} aria-current={isHere(places) ? 'page' : undefined} data-tab={at}>
            <Icon />
            {title}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
