// The one table of pairs that tests and benchmarks decide: right answers in another shape, near misses, domain traps.
import { algebra } from './algebra.ts';
import { cancellation } from './cancellation.ts';
import { constants } from './constants.ts';
import { counting } from './counting.ts';
import { digits } from './digits.ts';
import { exponentials } from './exponentials.ts';
import { networks } from './networks.ts';
import { notations } from './notations.ts';
import { numbers } from './numbers.ts';
import { oneSideReal } from './one-side-real.ts';
import type { Pair } from './pair.ts';
import { roots } from './roots.ts';
import { trigonometry } from './trigonometry.ts';

export const PAIRS: readonly Pair[] = [
  ...numbers,
  ...constants,
  ...algebra,
  ...exponentials,
  ...networks,
  ...roots,
  ...trigonometry,
  ...counting,
  ...cancellation,
  ...oneSideReal,
  ...digits,
  ...notations,
];
