// The map of an area: a row a skill, its lines beside it, and every row a link.
import type { JSX } from 'preact';
import { areas, type Skill, skillOf, skills } from '../../../catalog.ts';
import type { Routing, Row } from '../../map/lanes.ts';
import { mapOf } from '../../map/layout.ts';
import { StateSign } from '../../parts/StateMark.tsx';
import { STATE_WORDS, stateOf } from '../../parts/standing.ts';
import { stateNow } from '../../parts/states.ts';
import { hrefOf } from '../../router.ts';
import { cards, day } from '../../state.ts';
import { capital, listed } from '../../words.ts';
import { Lines, railWidth } from './Lines.tsx';

const words = {
  level: (level: number, levels: number) => `level ${level} of ${levels}`,
  after: (titles: string) => ` Comes after ${titles}.`,
  from: (title: string, area: string) => `Needed for ${title}, from ${area}:`,
};

const known = new Map<string, Routing>();

const routingOf = (area: string): Routing => {
  const routing = known.get(area) ?? mapOf(skills, area);
  known.set(area, routing);
  return routing;
};

export const AreaMap = ({ area }: { readonly area: string }): JSX.Element => {
  const { rows, lanes } = routingOf(area);
  return (
    <ol class="card map" ref={list => list?.style.setProperty('--rail', `${railWidth(lanes)}px`)}>
      {rows.map(row =>
        row.kind === 'skill' ? (
          <Station key={row.id} row={row} lanes={lanes} />
        ) : (
          <Stub key={`${row.for} ${row.id}`} row={row} lanes={lanes} />
        ),
      )}
    </ol>
  );
};

interface RowProps<K extends Row['kind']> {
  readonly row: Extract<Row, { readonly kind: K }>;
  readonly lanes: number;
}

const Station = ({ row, lanes }: RowProps<'skill'>): JSX.Element | null => {
  const skill = skillOf(row.id);
  if (!skill) return null;
  const state = stateNow(skill.id);
  return (
    <li>
      <a class="map-row" href={hrefOf({ at: 'skill', skill: skill.id })} data-skill-state={state} data-layer={row.depth}>
        <Lines row={row} lanes={lanes} />
        <StateSign state={state} />
        <span class="map-words">
          <span class="map-title">{skill.title}</span>
          <span class="map-detail">{detailOf(skill)}</span>
          <span class="spoken">{comesAfter(skill)}</span>
        </span>
      </a>
    </li>
  );
};

const Stub = ({ row, lanes }: RowProps<'stub'>): JSX.Element | null => {
  const skill = skillOf(row.id);
  if (!skill) return null;
  const area = areas.find(({ id }) => id === skill.area)?.title ?? '';
  return (
    <li>
      <a class="map-row is-stub" href={hrefOf({ at: 'skill', skill: skill.id })}>
        <Lines row={row} lanes={lanes} />
        <span class="map-words">
          <span class="spoken">{words.from(skillOf(row.for)?.title ?? '', area)} </span>
          <span class="map-stub">{skill.title}</span>
          <span class="map-detail" aria-hidden="true">
            {area}
          </span>
        </span>
      </a>
    </li>
  );
};

const detailOf = (skill: Skill): string => {
  const card = cards.value.get(skill.id);
  const state = stateNow(skill.id);
  if (!card) return capital(STATE_WORDS[state]);
  const when = state === 'strong' ? `${STATE_WORDS.strong}, ${stateOf(card, day.value)}` : stateOf(card, day.value);
  return `${capital(words.level(card.level, skill.levels.length))} · ${when}`;
};

const comesAfter = ({ needs }: Skill): string => {
  const titles = needs.flatMap(id => skillOf(id)?.title ?? []);
  return titles.length === 0 ? '' : words.after(listed(titles));
};
