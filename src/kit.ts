// All that a generator's author may use: the one door from generators/ into src/.
export * as answer from './exercise/answer.ts';
export { mistake } from './exercise/answer.ts';
export { drawMatrix } from './exercise/draw/matrix.ts';
export { bracketed, decimal, display, formula, list, math, percent, signed, table, tex, word } from './exercise/formula.ts';
export { generator, level } from './exercise/generator.ts';
export { probes } from './exercise/probe.ts';
export { say } from './exercise/text.ts';
export { productSum, productSumWorked } from './exercise/working.ts';
export { Matrix, matrix } from './math/matrix.ts';
export { Rational, rational, sum } from './math/rational.ts';
export { Vector, vector } from './math/vector.ts';
