// What was done of a skill: its past exercises, the newest first, each to be opened again.
import { signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Skill } from '../../../catalog.ts';
import { endOf, historyOf, type Past, purposeOf } from '../../past/history.ts';
import { hrefOf } from '../../router.ts';
import { cards, day, store } from '../../state.ts';
import { capital, count, dateName } from '../../words.ts';
import { shortDate } from '../progress/progress-words.ts';

const words = {
  title: 'What you did',
  none: 'Nothing yet. Every exercise that you do of this skill is kept here, to be looked at again.',
  level: (level: number) => `level ${level}`,
  on: (ago: number, date: string) => (ago === 0 ? 'today' : ago === 1 ? 'yesterday' : date),
  more: (many: number) => `Show ${count(many, 'more', 'more')}`,
  all: (many: number) => `${capital(count(many, 'exercise'))} so far.`,
};

const SLICE = 20;
/** Days within which a date needs no year. */
const NEAR = 300;

/** Kept while an exercise of it is looked at. */
const shown = signal({ skill: '', many: SLICE });

export const PastList = ({ skill }: { readonly skill: Skill }): JSX.Element => {
  const history = useSignal<readonly Past[] | undefined>(undefined);
  useEffect(() => {
    if (shown.peek().skill !== skill.id) shown.value = { skill: skill.id, many: SLICE };
    void store()
      .entriesOfSkill(skill.id)
      .then(entries => (history.value = entries.ok ? historyOf(entries.value) : []));
  }, [cards.value]);
  const all = history.value ?? [];
  const left = all.length - shown.value.many;
  return (
    <section aria-busy={history.value === undefined}>
      <h2>{words.title}</h2>
      {history.value && <p class="quiet small">{all.length === 0 ? words.none : words.all(all.length)}</p>}
      {all.length > 0 && (
        <ol class="card list">
          {all.slice(0, shown.value.many).map(past => (
            <PastRow key={past.id} past={past} />
          ))}
        </ol>
      )}
      {left > 0 && (
        <div class="beside">
          <button
            type="button"
            class="button plain"
            data-action="more-past"
            onClick={() => (shown.value = { ...shown.value, many: shown.value.many + SLICE })}
          >
            {words.more(Math.min(left, SLICE))}
          </button>
        </div>
      )}
    </section>
  );
};

const PastRow = ({ past }: { readonly past: Past }): JSX.Element => {
  const { entry, id } = past;
  const { tone, says } = endOf(past);
  const ago = day.value - entry.day;
  const on = words.on(ago, ago < NEAR ? shortDate(entry.day) : dateName(entry.day));
  return (
    <li>
      <a class="row past-row" href={hrefOf({ at: 'past', skill: entry.skill, entry: id })} data-past-row={id}>
        <PastSign tone={tone} />
        <span class="row-words">
          <span class="row-title">{says}</span>
          <span class="row-detail">{[capital(words.level(entry.level)), purposeOf(past)].join(' · ')}</span>
        </span>
        <span class="row-state">{on}</span>
      </a>
    </li>
  );
};

const SIGNS = {
  right: 'm5 10.5 3.5 3.5L15 6.5',
  nearly: 'M4.5 12c2-3.5 4-3.5 5.5-2s3.5 1.5 5.5-2',
  wrong: 'm6 6 8 8m0-8-8 8',
  shown: 'M5.5 7h9M5.5 10.5h9M5.5 14h5',
};

const PastSign = ({ tone }: { readonly tone: keyof typeof SIGNS }): JSX.Element => (
  <svg class={`past-sign is-${tone}`} viewBox="0 0 20 20" aria-hidden="true">
    <path d={SIGNS[tone]} />
  </svg>
);
