// Where a scratch pad is at home: each place has one exercise under way, but an exam all of its own.
import type { Desk } from '../../session/desk.ts';

/** Of a set each run is a place of its own. */
export const placeOfRun = (startedAt: number): string => `set ${startedAt}`;

export const placeOf = ({ purpose, run }: Desk): string => (run === undefined ? purpose : placeOfRun(run));
