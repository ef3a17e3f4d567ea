// A set's link, opened on this device: what it asks for, and the exercises that this device makes of it.
import { loadGenerator, skills } from '../../catalog.ts';
import type { Exercise } from '../../exercise/generator.ts';
import { exercisesOf, type ProblemSet } from '../../exercise/problem-set.ts';
import { decodeSet, digestOf, encodeSet, type SentSet } from '../../link.ts';
import { identity, make } from '../../make.ts';
import { hrefOf } from '../router.ts';

export interface OpenedSet {
  /** From the # on. */
  readonly link: string;
  readonly payload: string;
  readonly sent: SentSet;
  /** In the order of the set. */
  readonly exercises: readonly Exercise[];
  /** Of these exercises; another one than the sender's where they differ. */
  readonly digest: string;
}

export type Opening = { readonly ok: true; readonly value: OpenedSet } | { readonly ok: false; readonly says: string };

const words = {
  stuck: 'A part of Gradus that this set needs is not on this device yet. Connect to the network once and open the set again.',
};

let last: OpenedSet | undefined;

/** Never rejects: what cannot be opened is told in words. */
export const openSet = async (payload: string): Promise<Opening> => {
  const found = decodeSet(hrefOf({ at: 'set', payload }), skills);
  if (!found.ok) return found;
  // However the link was bent on its way, one set has one link here.
  const link = encodeSet(found.value);
  if (last?.link === link) return { ok: true, value: last };
  try {
    const exercises = await makeAll(found.value.set);
    last = { link, payload: payloadFor(found.value), sent: found.value, exercises, digest: digestOf(exercises.map(identity)) };
    return { ok: true, value: last };
  } catch (error) {
    console.error(error);
    return { ok: false, says: words.stuck };
  }
};

/** So many exercises are made before the screen may move again. */
const SLICE = 8;

/** Rejects where a skill's code cannot be loaded. */
export const makeAll = async (set: ProblemSet): Promise<readonly Exercise[]> => {
  const exercises: Exercise[] = [];
  for (const { skill, level, seed } of exercisesOf(set)) {
    exercises.push(make(await loadGenerator(skill), level, seed));
    if (exercises.length % SLICE === 0) await new Promise(resolve => setTimeout(resolve));
  }
  return exercises;
};

/** What stands after `#/set/` in its link. */
export const payloadFor = (sent: SentSet): string => encodeSet(sent).slice(hrefOf({ at: 'set', payload: '' }).length);

/** The set as it is sent from here, with the digest of its exercises. Rejects where a skill's code cannot be loaded. */
export const sentSet = async (set: ProblemSet): Promise<SentSet> => {
  const known = new Map(skills.map(({ id, version }) => [id, version]));
  const digest = digestOf((await makeAll(set)).map(identity));
  const versions = set.items.map(({ skill }) => known.get(skill) ?? 0);
  return { set, versions, digest };
};

/** A whole address, for a link from its # on: it leads to where this app stands. */
export const addressOf = (link: string): string => location.href.replace(/#.*$/, '') + link;
