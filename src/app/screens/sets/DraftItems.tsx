// What is in the set: each skill with its level and its count, and what all of it comes to.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { skillOf } from '../../../catalog.ts';
import { countIn, MOST, type SetItem } from '../../../exercise/problem-set.ts';
import { type Draft, moved, roomIn, withCount, withLevel, without } from '../../sets/draft.ts';
import { changeDraft, draft, replaceDraft } from '../../sets/draft-keeping.ts';
import { capital, count } from '../../words.ts';
import { ChooseIcon, DownIcon, LessIcon, MoreIcon, RemoveIcon, UpIcon } from './compose-icons.tsx';
import { timeText } from './set-words.ts';

const words = {
  list: 'What is in it',
  level: (level: number, levels: number) => `Level ${level} of ${levels}`,
  levelOf: (title: string) => `Level of ${title}`,
  option: (level: number, says: string) => `${level}: ${says}`,
  countOf: (title: string) => `Exercises of ${title}`,
  less: 'One less',
  more: 'One more',
  up: (title: string) => `Move ${title} up`,
  down: (title: string) => `Move ${title} down`,
  remove: (title: string) => `Take ${title} out`,
  total: (many: number, time: string) => `${capital(count(many, 'exercise'))}, about ${time}.`,
  full: `A set holds at most ${MOST.exercises} exercises of ${MOST.items} choices.`,
};

/** Which button of which item has the focus after a step. */
type Focus = { readonly at: number; readonly action: string };

export const DraftItems = (): JSX.Element => {
  const here = draft.value;
  const list = useRef<HTMLOListElement>(null);
  const focus = useSignal<Focus | undefined>(undefined);
  useEffect(() => {
    const wanted = focus.value;
    focus.value = undefined;
    const buttons = wanted ? list.current?.children[wanted.at]?.querySelectorAll<HTMLButtonElement>('button') : undefined;
    const open = [...(buttons ?? [])].filter(({ disabled }) => !disabled);
    (open.find(({ dataset }) => dataset.action === wanted?.action) ?? open.at(-1))?.focus({ preventScroll: true });
  }, [focus.value]);
  const move = (at: number, by: -1 | 1) => {
    changeDraft(moved(here, at, by));
    focus.value = { at: at + by, action: by < 0 ? 'up' : 'down' };
  };
  const remove = (at: number) => {
    replaceDraft(without(here, at), 'item');
    focus.value = { at: Math.min(at, here.items.length - 2), action: 'remove' };
  };
  return (
    <div class="card list">
      <ol ref={list} aria-label={words.list}>
        {here.items.map((item, at) => (
          <Item key={at} draft={here} item={item} at={at} onMove={by => move(at, by)} onRemove={() => remove(at)} />
        ))}
      </ol>
      <p class="list-foot" role="status" data-total={countIn(here.items)}>
        {words.total(countIn(here.items), timeText(secondsOf(here)))}
        {roomIn(here) === 0 && ` ${words.full}`}
      </p>
    </div>
  );
};

/** What a fluent learner takes for it. */
const secondsOf = ({ items }: Draft): number =>
  items.reduce((sum, { skill, level, count: many }) => sum + many * (skillOf(skill)?.levels[level - 1]?.par ?? 60), 0);

interface ItemProps {
  readonly draft: Draft;
  readonly item: SetItem;
  readonly at: number;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

const Item = ({ draft: here, item, at, onMove, onRemove }: ItemProps): JSX.Element => {
  const title = skillOf(item.skill)?.title ?? item.skill;
  return (
    <li class="draft-item" data-item={item.skill}>
      <p class="row-title">{title}</p>
      <button type="button" class="sign" data-action="remove" aria-label={words.remove(title)} onClick={onRemove}>
        <RemoveIcon />
      </button>
      <LevelChoice item={item} title={title} onChoose={level => changeDraft(withLevel(here, at, level))} />
      <div class="draft-steps">
        <Stepper draft={here} item={item} title={title} onStep={many => changeDraft(withCount(here, at, many))} />
        <span class="draft-moves">
          <button
            type="button"
            class="sign"
            data-action="up"
            aria-label={words.up(title)}
            disabled={at === 0}
            onClick={() => onMove(-1)}
          >
            <UpIcon />
          </button>
          <button
            type="button"
            class="sign"
            data-action="down"
            aria-label={words.down(title)}
            disabled={at === here.items.length - 1}
            onClick={() => onMove(1)}
          >
            <DownIcon />
          </button>
        </span>
      </div>
    </li>
  );
};

interface LevelProps {
  readonly item: SetItem;
  readonly title: string;
  readonly onChoose: (level: number) => void;
}

/** In its own words, over as many lines as they take; a tap opens the device's own list of all levels. */
const LevelChoice = ({ item: { skill, level }, title, onChoose }: LevelProps): JSX.Element => {
  const levels = skillOf(skill)?.levels ?? [];
  return (
    <label class="draft-level">
      <span class="draft-level-words" aria-hidden="true">
        <span class="draft-level-name">
          {words.level(level, levels.length)}
          <ChooseIcon />
        </span>
        <span class="row-detail">{capital(levels[level - 1]?.says ?? '')}</span>
      </span>
      <select
        data-action="level"
        aria-label={words.levelOf(title)}
        value={level}
        onChange={event => onChoose(Number(event.currentTarget.value))}
      >
        {levels.map(({ says }, i) => (
          <option key={says} value={i + 1}>
            {words.option(i + 1, says)}
          </option>
        ))}
      </select>
    </label>
  );
};

interface StepperProps {
  readonly draft: Draft;
  readonly item: SetItem;
  readonly title: string;
  readonly onStep: (count: number) => void;
}

const Stepper = ({ draft: here, item: { count: many }, title, onStep }: StepperProps): JSX.Element => (
  <fieldset class="stepper" aria-label={words.countOf(title)}>
    <button
      type="button"
      class="sign"
      data-action="less"
      aria-label={words.less}
      disabled={many === 1}
      onClick={() => onStep(many - 1)}
    >
      <LessIcon />
    </button>
    <output class="stepper-count" data-count={many}>
      {many}
    </output>
    <button
      type="button"
      class="sign"
      data-action="more"
      aria-label={words.more}
      disabled={many === MOST.count || roomIn(here) === 0}
      onClick={() => onStep(many + 1)}
    >
      <MoreIcon />
    </button>
  </fieldset>
);
