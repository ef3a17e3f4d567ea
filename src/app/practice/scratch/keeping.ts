// The scratch pads of the exercises under way: at hand in memory, and in the store, so that they outlive the app.
import { signal } from '@preact/signals';
import type { Exercise } from '../../../exercise/generator.ts';
import type { Pad } from '../../../store/scratch.ts';
import type { Current } from '../../../store/session.ts';
import { placementSession, session, sets, store } from '../../state.ts';
import { EMPTY } from './pad.ts';
import { placeOfRun } from './place.ts';

/** A pad is open. */
export const padShown = signal(false);

const pads = signal<ReadonlyMap<string, Pad>>(new Map());

type Made = Pick<Exercise, 'id' | 'version' | 'level' | 'seed'>;

/** The name of an exercise's pad: at one place, an exercise of another making is another one. */
export const padKey = (place: string, { id, version, level, seed }: Made): string => `${place}/${id}@${version}/${level}/${seed}`;

export const padAt = (key: string): Pad => pads.value.get(key) ?? EMPTY;

/** Wide and high enough for the pad beside the exercise and its keypad, as in scratch.css. */
export const isBeside = (): boolean => matchMedia('(min-width: 900px) and (min-height: 501px)').matches;

/** An exercise comes onto the table: what was drawn at it before is found again, and what belongs to no exercise under way goes. */
export const beginPad = async (key: string): Promise<void> => {
  padShown.value &&= isBeside();
  const isWanted = wantedWith(key);
  pads.value = new Map([...pads.peek()].filter(([each]) => isWanted(each)));
  await writePads();
  await store().keepPads(isWanted);
  const found = await store().pad(key);
  if (found.ok && found.value && !pads.peek().has(key)) put(key, found.value);
};

/** Of a session and of a set with feedback one exercise is under way, of an exam all. */
const wantedWith = (key: string): ((key: string) => boolean) => {
  const [place = ''] = key.split('/', 1);
  const exercises = new Set([
    key,
    ...keyOf('practice', session.peek()?.current),
    ...keyOf('placement', placementSession.peek()?.current),
  ]);
  const runs = sets.peek().flatMap(({ run }) => (run && run.endedAt === 0 ? [run] : []));
  const isOther = ({ startedAt, mode }: (typeof runs)[number]) => mode === 'exam' || placeOfRun(startedAt) !== place;
  const places = runs.filter(isOther).map(({ startedAt }) => `${placeOfRun(startedAt)}/`);
  return each => exercises.has(each) || places.some(start => each.startsWith(start));
};

const keyOf = (place: string, current: Current | null | undefined): readonly string[] =>
  current ? [padKey(place, { ...current, id: current.skill })] : [];

const PAUSE = 400;
const unwritten = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

export const changePad = (key: string, next: Pad): void => {
  put(key, next);
  unwritten.add(key);
  clearTimeout(timer);
  timer = setTimeout(() => void writePads(), PAUSE);
};

const put = (key: string, pad: Pad): void => {
  pads.value = new Map([...pads.peek(), [key, pad]]);
};

/** Writes what waits: the page may be gone in a moment. */
export const writePads = async (): Promise<void> => {
  clearTimeout(timer);
  const keys = [...unwritten];
  unwritten.clear();
  for (const key of keys) {
    const pad = pads.peek().get(key);
    const saved = pad && (await store().savePad(key, pad));
    // It is only scratch paper: as long as the app is open it is there.
    if (saved && !saved.ok) console.warn(saved.problem.detail || saved.problem.says);
  }
};
