// The library: sets that were made here and sets that came from others, with how far each is.
import type { JSX } from 'preact';
import { skills } from '../../../catalog.ts';
import { decodeSet } from '../../../link.ts';
import type { StoredSet } from '../../../store/sets.ts';
import { OnIcon } from '../../parts/icons.tsx';
import { Page } from '../../parts/Page.tsx';
import { hrefOf } from '../../router.ts';
import { payloadFor } from '../../sets/opened-set.ts';
import { sets } from '../../state.ts';
import { capital, count } from '../../words.ts';
import { nameOf, sizeOf, stateOfSet } from './set-words.ts';

const words = {
  title: 'Sets',
  lead: 'A set is a handful of exercises that travels as a link or a QR code. Whoever opens it, on any phone, has exactly the same ones.',
  make: 'Make a set',
  open: 'Open a set',
  openSays: 'Scan a QR code, or paste a link',
  made: 'Made by you',
  received: 'Sent to you',
  unreadable: 'A set of a newer version',
  results: (many: number) => count(many, 'result'),
};

export const SetsPage = (): JSX.Element => {
  const newest = sets.value.toReversed();
  return (
    <Page title={words.title}>
      {newest.length === 0 && <p class="lead">{words.lead}</p>}
      <ul class="card list">
        <li>
          <a class="row" href={hrefOf({ at: 'sets', place: 'scan' })} data-action="open-set">
            <span class="row-words">
              <span class="row-title">{words.open}</span>
              <span class="row-detail">{words.openSays}</span>
            </span>
            <OnIcon />
          </a>
        </li>
      </ul>
      <Shelf title={words.received} sets={newest.filter(({ from }) => from === 'received')} />
      <Shelf title={words.made} sets={newest.filter(({ from }) => from === 'made')} />
      <div class="at-thumb">
        <a class="button primary" href={hrefOf({ at: 'sets', place: 'new' })} data-action="compose">
          {words.make}
        </a>
      </div>
    </Page>
  );
};

const Shelf = ({ title, sets: kept }: { readonly title: string; readonly sets: readonly StoredSet[] }): JSX.Element | null =>
  kept.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ul class="card list">
        {kept.map(set => (
          <SetRow key={set.link} set={set} />
        ))}
      </ul>
    </section>
  );

const SetRow = ({ set }: { readonly set: StoredSet }): JSX.Element => {
  const found = decodeSet(set.link, skills);
  if (!found.ok) {
    return (
      <li class="row">
        <span class="row-words">
          <span class="row-title">{words.unreadable}</span>
          <span class="row-detail">{found.says}</span>
        </span>
      </li>
    );
  }
  const results = set.results.length > 0 ? ` · ${words.results(set.results.length)}` : '';
  return (
    <li>
      <a class="row" href={hrefOf({ at: 'set', payload: payloadFor(found.value) })} data-set>
        <span class="row-words">
          <span class="row-title">{nameOf(found.value.set)}</span>
          <span class="row-detail">{capital(sizeOf(found.value.set)) + results}</span>
        </span>
        <span class="row-state">{stateOfSet(set)}</span>
      </a>
    </li>
  );
};
