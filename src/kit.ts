// All that a generator's author may use: the one door from generators/ into src/.
export * as answer from './exercise/answer.ts';
export { mistake } from './exercise/answer.ts';
export { at } from './exercise/at.ts';
export { DETECTOR_WORDS, DETECTORS, type Detector } from './exercise/draw/detectors.ts';
export { drawMatrix } from './exercise/draw/matrix.ts';
export { expr } from './exercise/expr.ts';
export {
  bracketed,
  decimal,
  display,
  type Formula,
  formula,
  list,
  math,
  percent,
  signed,
  table,
  tex,
  word,
} from './exercise/formula.ts';
export { generator, level } from './exercise/generator.ts';
export { probes } from './exercise/probe.ts';
export type { Rng } from './exercise/rng.ts';
export { say, type Text } from './exercise/text.ts';
export { productSum, productSumWorked } from './exercise/working.ts';
export { isGraphicErdosGallai, isGraphicHavelHakimi, realize } from './math/degree-sequence.ts';
export { isNear, numericBend, numericSlope } from './math/difference-quotient.ts';
export { FiniteDistribution } from './math/distribution.ts';
export { derivative } from './math/expression/derivative.ts';
export { equivalent } from './math/expression/equivalent.ts';
export { evaluate, evaluateExact } from './math/expression/evaluate.ts';
export { simplify } from './math/expression/simplify.ts';
export { substitute } from './math/expression/substitute.ts';
export { add, call, constant, divide, type Expression, multiply, negate, power, variable } from './math/expression/tree.ts';
export { FiniteSet, finiteSet } from './math/finite-set.ts';
export { graph } from './math/graph.ts';
export { completeBipartite, completeGraph, cycleGraph, pathGraph } from './math/graph-families.ts';
export { canonicalCode, huffmanLengths, isPrefixFree, meanLength } from './math/huffman.ts';
export { binomial, gcd, isPowerOfTwo, lcm, log2Exact } from './math/integer.ts';
export { Matrix, matrix } from './math/matrix.ts';
export { Polynomial, polynomial } from './math/polynomial.ts';
export { ONE, Rational, rational, sum, ZERO } from './math/rational.ts';
export { MEMBERSHIP, setTeX, setValue, subsetsOf } from './math/set-expression.ts';
export { Vector, vector } from './math/vector.ts';
