// A result that was opened by its link: whose it is and of which set, and the way into that set's table.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { encodeResult, type SetResult, scoreOf } from '../../../link/result.ts';
import { cleanTitle } from '../../../link.ts';
import { Page } from '../../parts/Page.tsx';
import { go, hrefOf } from '../../router.ts';
import { payloadFor } from '../../sets/opened-set.ts';
import { type Belonging, setOf } from '../../sets/received.ts';
import { addResults } from '../../sets/result-keeping.ts';
import { durationText, pointsText } from '../../sets/result-words.ts';
import { resultOf } from '../../sets/results.ts';
import { role, sets } from '../../state.ts';
import { nameOf } from './set-words.ts';
import { Tally } from './Tally.tsx';
import '../../styles/results.css';

const words = {
  back: 'Sets',
  broken: 'This result cannot be read.',
  brokenSays: 'Its link did not come whole. Ask for it again, or copy all of it.',
  another: 'Open it another way',
  title: (name: string) => (name === '' ? 'A result' : `A result from ${name}`),
  of: (score: string, all: number) => `${score} of ${all}`,
  unknown:
    'It is of a set that is not on this device, or of another version of its exercises. Open the set’s link first; then the result can be gathered here.',
  open: 'Open a set',
  add: 'Add to the table',
  isIn: 'It is in the table.',
  table: 'See the table',
};

export const ReceivedPage = ({ payload }: { readonly payload: string }): JSX.Element => {
  const result = resultOf(payload);
  const back = { href: hrefOf({ at: 'sets' }), title: words.back };
  if (result) return <Received result={result} back={back} />;
  return (
    <Page title={words.broken} back={back}>
      <p class="lead">{words.brokenSays}</p>
      <div class="at-thumb">
        <a class="button primary" href={hrefOf({ at: 'sets', place: 'scan' })}>
          {words.another}
        </a>
      </div>
    </Page>
  );
};

interface ReceivedProps {
  readonly result: SetResult;
  readonly back: { readonly href: string; readonly title: string };
}

const Received = ({ result, back }: ReceivedProps): JSX.Element => {
  const found = setOf(result, sets.value);
  const { marks, seconds } = result;
  return (
    <Page title={words.title(cleanTitle(result.name))} below={found && nameOf(found.sent.set)} back={back}>
      <div class="card received">
        <p class="received-line">
          <span class="received-score">{words.of(pointsText(scoreOf(result)), marks.length)}</span>
          <span class="quiet">{durationText(seconds)}</span>
        </p>
        <Tally marks={marks} />
      </div>
      {found ? <ToTable result={result} found={found} /> : <Unknown />}
    </Page>
  );
};

const Unknown = (): JSX.Element => (
  <>
    <p class="lead">{words.unknown}</p>
    <div class="at-thumb">
      <a class="button primary" href={hrefOf({ at: 'sets', place: 'scan' })} data-action="open-set">
        {words.open}
      </a>
    </div>
  </>
);

const ToTable = ({ result, found }: { readonly result: SetResult; readonly found: Belonging }): JSX.Element => {
  const problem = useSignal('');
  const { sent, stored, isIn } = found;
  const table = { at: 'set', payload: payloadFor(sent), step: 'results' } as const;
  const add = async (): Promise<void> => {
    const added = await addResults(stored.link, encodeResult(result), { digest: sent.digest, exercises: result.marks.length });
    problem.value = added.ok ? '' : added.problem.says;
    if (added.ok) go(table, true);
  };
  return (
    <>
      {isIn && <p class="lead">{words.isIn}</p>}
      {problem.value && (
        <p class="small" role="alert">
          {problem.value}
        </p>
      )}
      <div class="at-thumb">
        {isIn ? (
          <a class="button primary" href={hrefOf(table)} data-action="see-table">
            {words.table}
          </a>
        ) : (
          <button
            type="button"
            class="button primary"
            data-action="add-result"
            disabled={role.value !== 'writer'}
            onClick={() => void add()}
          >
            {words.add}
          </button>
        )}
      </div>
    </>
  );
};
