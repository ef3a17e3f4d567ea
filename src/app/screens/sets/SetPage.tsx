// A set: what is in it, whether it is what was sent, how it is worked, and how it is handed on.
import type { JSX } from 'preact';
import { skillOf, skills } from '../../../catalog.ts';
import { otherVersions } from '../../../link.ts';
import type { StoredSet } from '../../../store/sets.ts';
import { OnIcon } from '../../parts/icons.tsx';
import { Page } from '../../parts/Page.tsx';
import { go, hrefOf } from '../../router.ts';
import { forgetSet } from '../../sets/library.ts';
import { addressOf, type OpenedSet } from '../../sets/opened-set.ts';
import { stored } from '../../sets/run.ts';
import { role } from '../../state.ts';
import { capital, count, listed } from '../../words.ts';
import { SetPreview } from './SetPreview.tsx';
import { ShareSet } from './ShareSet.tsx';
import { StartSet } from './StartSet.tsx';
import { nameOf, sizeOf, timeText } from './set-words.ts';

const words = {
  back: 'Sets',
  about: (size: string, seconds: number) => `${capital(size)}, about ${timeText(seconds)}.`,
  same: 'Exactly the set you were sent.',
  later: (titles: string) =>
    `The sender has a newer version of ${titles}: exercises of it may differ from theirs. Update Gradus, then open the set again.`,
  earlier: (titles: string) => `${titles} was improved after this set was made: exercises of it may differ from the sender’s.`,
  differs: 'The exercises differ from those that the sender had.',
  inside: 'What is in it',
  level: (level: number, many: number) => `level ${level}, ${count(many, 'exercise')}`,
  preview: 'All exercises',
  results: 'Results sent back',
  gathered: (many: number) => (many === 0 ? 'Gather them in a table' : capital(count(many, 'result'))),
  remove: 'Remove this set',
  removeSays: 'Its answers stay in your log.',
};

export const SetPage = ({ set }: { readonly set: OpenedSet }): JSX.Element => {
  const { sent, exercises, payload, link } = set;
  const kept = stored.value;
  const isMade = kept?.from === 'made';
  const isShareFirst = isMade && !kept?.run;
  const par = exercises.reduce((sum, { id, level }) => sum + (skillOf(id)?.levels[level - 1]?.par ?? 60), 0);
  const share = (
    <ShareSet
      title={nameOf(sent.set)}
      link={addressOf(link)}
      exercises={exercises}
      printHref={hrefOf({ at: 'set', payload, step: 'print' })}
    />
  );
  return (
    <Page
      title={nameOf(sent.set)}
      below={words.about(sizeOf(sent.set), par)}
      back={{ href: hrefOf({ at: 'sets' }), title: words.back }}
    >
      <Sameness set={set} isMade={isMade} />
      {isShareFirst && share}
      <StartSet set={set} />
      <section>
        <h2>{words.inside}</h2>
        <ul class="card list">
          {sent.set.items.map(({ skill, level, count: many }, i) => (
            <li key={i}>
              <a class="row" href={hrefOf({ at: 'skill', skill })}>
                <span class="row-words">
                  <span class="row-title">{skillOf(skill)?.title ?? skill}</span>
                  <span class="row-detail">{words.level(level, many)}</span>
                </span>
                <OnIcon />
              </a>
            </li>
          ))}
        </ul>
        <details class="fold">
          <summary class="section-title">{words.preview}</summary>
          <SetPreview exercises={exercises} />
        </details>
      </section>
      {!isShareFirst && share}
      <section>
        <ul class="card list">
          <li>
            <a class="row" href={hrefOf({ at: 'set', payload, step: 'results' })} data-action="results">
              <span class="row-words">
                <span class="row-title">{words.results}</span>
                <span class="row-detail">{words.gathered(kept?.results.length ?? 0)}</span>
              </span>
              <OnIcon />
            </a>
          </li>
        </ul>
        {kept && role.value === 'writer' && <Remove kept={kept} />}
      </section>
    </Page>
  );
};

const Remove = ({ kept }: { readonly kept: StoredSet }): JSX.Element => {
  const remove = async (): Promise<void> => {
    if ((await forgetSet(kept.link)).ok) go({ at: 'sets' }, true);
  };
  return (
    <button type="button" class="button plain" data-action="remove-set" title={words.removeSays} onClick={() => void remove()}>
      {words.remove}
    </button>
  );
};

/** Whether these are the exercises that its sender saw, and where not, why. */
const Sameness = ({ set, isMade }: { readonly set: OpenedSet; readonly isMade: boolean }): JSX.Element | null => {
  const isSame = set.digest === set.sent.digest;
  if (isSame) return isMade ? null : <p class="set-same">{words.same}</p>;
  const { later, earlier } = otherVersions(set.sent, skills);
  const titlesOf = (ids: readonly string[]) => listed(ids.map(id => skillOf(id)?.title ?? id));
  return (
    <div class="set-same is-other" role="note">
      {later.length > 0 && <p>{words.later(titlesOf(later))}</p>}
      {earlier.length > 0 && <p>{words.earlier(titlesOf(earlier))}</p>}
      {later.length + earlier.length === 0 && <p>{words.differs}</p>}
    </div>
  );
};
