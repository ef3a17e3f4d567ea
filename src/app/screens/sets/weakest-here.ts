// The learner's weakest skills, for the draft.
import type { SetItem } from '../../../exercise/problem-set.ts';
import { withItems } from '../../sets/draft.ts';
import { changeDraft, draft } from '../../sets/draft-keeping.ts';
import { weakest } from '../../sets/draft-sources.ts';
import { cards } from '../../state.ts';

export const weakestHere = (): readonly SetItem[] | undefined => weakest(cards.value);

export const addWeakest = (): void => changeDraft(withItems(draft.value, weakestHere() ?? []));
