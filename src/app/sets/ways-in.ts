// The ways from other screens to a set: a skill goes into the draft, a session becomes one, a single exercise is a set at once.
import type { Exercise } from '../../exercise/generator.ts';
import { countIn, type SetItem, setOfExercises } from '../../exercise/problem-set.ts';
import { encodeSet, type SentSet } from '../../link.ts';
import type { Session } from '../../store/session.ts';
import { go } from '../router.ts';
import { cards, week } from '../state.ts';
import { emptyDraft, withSkill } from './draft.ts';
import { changeDraft, draft, loadDraft, replaceDraft } from './draft-keeping.ts';
import { answeredIn, draftOf } from './draft-sources.ts';
import { keptSet } from './library.ts';
import { payloadFor, sentSet } from './opened-set.ts';

/** What came of it: how many exercises, at which level, and of how many the draft is now. */
export interface Added {
  readonly added: number;
  readonly level: number;
  readonly all: number;
}

/** At the level that a set begins with: the learner's own, else the first. */
export const levelFor = (skill: string): number => cards.peek().get(skill)?.level ?? 1;

/** Puts a skill into the draft; one whose set is made is done with. */
export const addToDraft = async (skill: string): Promise<Added> => {
  await loadDraft();
  const before = draft.peek().note === 'made' ? emptyDraft() : draft.peek();
  const level = levelFor(skill);
  const after = withSkill(before, skill, level);
  changeDraft(after);
  const all = countIn(after.items);
  return { added: all - countIn(before.items), level, all };
};

/** From a session's end to the composer, with the exercises of the session. */
export const shareSession = async (session: Pick<Session, 'startedAt' | 'done'>): Promise<void> => {
  await loadDraft();
  replaceDraft(draftOf(answeredIn(session, week.peek())), 'all');
  // The way back does not lead to the end of the session, which is gone: it would begin another one.
  go({ at: 'sets', place: 'new' }, true);
};

/** To the composer with these skills and levels. */
export const composeOf = async (title: string, items: readonly SetItem[]): Promise<void> => {
  await loadDraft();
  replaceDraft({ ...emptyDraft(), title, items }, 'all');
  go({ at: 'sets', place: 'new' });
};

/** Nobody sent it: it is the learner's own. */
const goToOwn = async (sent: SentSet): Promise<void> => {
  await keptSet(encodeSet(sent), 'made');
  go({ at: 'set', payload: payloadFor(sent) });
};

/** From an exercise to the page of the set that has it alone; to the composer where its seed is of no set. */
export const shareExercise = async ({ id, level, seed }: Exercise): Promise<void> => {
  const alone = [{ skill: id, level, seed }];
  const set = setOfExercises(alone);
  if (set) return goToOwn(await sentSet(set));
  await loadDraft();
  replaceDraft(draftOf(alone), 'all');
  go({ at: 'sets', place: 'new' });
};
