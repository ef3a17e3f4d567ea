// All that a generator's author may use: the one door from generators/ into src/.
export * as answer from './exercise/answer.ts';
export { mistake } from './exercise/answer.ts';
export { at, paired, sure } from './exercise/at.ts';
export { DETECTOR_WORDS, DETECTORS, type Detector } from './exercise/draw/detectors.ts';
export { areDifferent } from './exercise/draw/different.ts';
export { drawHalvings } from './exercise/draw/halvings.ts';
export { drawIntegerNorm } from './exercise/draw/integer-norm.ts';
export { casesOf, drawAscending, drawLaw, type Law } from './exercise/draw/law.ts';
export { drawMatrix } from './exercise/draw/matrix.ts';
export { drawPowerRatios } from './exercise/draw/power-ratios.ts';
export { expr } from './exercise/expr.ts';
export * as figure from './exercise/figure.ts';
export {
  bracketed,
  decimal,
  decimals,
  display,
  type Formula,
  formula,
  list,
  math,
  matrixOf,
  matrixWithHole,
  normOf,
  percent,
  row,
  signed,
  table,
  tex,
  word,
} from './exercise/formula.ts';
export { generator, level } from './exercise/generator.ts';
export { covarianceOf, expectationOf, lawTable, squaredExpectationOf, varianceOf } from './exercise/moments.ts';
export { probes } from './exercise/probe.ts';
export type { Rng } from './exercise/rng.ts';
export { say, type Text } from './exercise/text.ts';
export { characteristicEquation, combination, productSum, productSumWorked, signedSum } from './exercise/working.ts';
export { bracketRoot, maximumBetween, minimumBetween, rootBetween } from './math/bracketing.ts';
export { characteristicPolynomial, eigenspace, integerSpectrum, rationalEigenvalues } from './math/characteristic.ts';
export {
  arrangements,
  bellNumber,
  catalanNumber,
  derangements,
  multinomial,
  multisets,
  stirlingNumber,
  surjections,
  unionSize,
} from './math/counting.ts';
export {
  binomialDistribution,
  geometricProbability,
  geometricTail,
  hypergeometricDistribution,
  poissonFactor,
  poissonProbability,
} from './math/counting-distributions.ts';
export { DEFINITENESS, type Definiteness, definiteness, leadingMinors } from './math/definiteness.ts';
export { isGraphicErdosGallai, isGraphicHavelHakimi, realize } from './math/degree-sequence.ts';
export { isNear, numericBend, numericSlope } from './math/difference-quotient.ts';
export { FiniteDistribution } from './math/distribution.ts';
export {
  crossEntropy,
  crossEntropyBits,
  crossEntropyExpression,
  divergence,
  divergenceBits,
  divergenceExpression,
  independentVersion,
  isCoveredBy,
  mixture,
  totalVariation,
} from './math/divergence.ts';
export { Dual, dualGradient } from './math/dual.ts';
export { determinant, inverse, nullSpace, rank, rref, solve } from './math/elimination.ts';
export { entropy, entropyBits, entropyExpression } from './math/entropy.ts';
export {
  cartesianProduct,
  combinations,
  compositions,
  permutations,
  repeatedCombinations,
  setPartitions,
  subsets,
  tuples,
} from './math/enumeration.ts';
export { derivative } from './math/expression/derivative.ts';
export { equivalent } from './math/expression/equivalent.ts';
export { evaluate, evaluateExact } from './math/expression/evaluate.ts';
export { simplify } from './math/expression/simplify.ts';
export { substitute } from './math/expression/substitute.ts';
export { add, call, constant, divide, type Expression, multiply, negate, power, variable } from './math/expression/tree.ts';
export { backSubstitution, cholesky, forwardSubstitution, ldl, lu, pivotedLu } from './math/factorization.ts';
export { FiniteSet, finiteSet } from './math/finite-set.ts';
export { graph } from './math/graph.ts';
export { completeBipartite, completeGraph, cycleGraph, pathGraph } from './math/graph-families.ts';
export { diameter, eccentricity, hopDistances, simplePaths, triangles, walks } from './math/graph-walks.ts';
export { canonicalCode, huffmanLengths, isPrefixFree, kraftSum, meanLength } from './math/huffman.ts';
export { binomial, divisors, factorial, factorize, gcd, isPowerOfTwo, isPrime, lcm, log2Exact } from './math/integer.ts';
export { type IntervalUnion, interval, REALS } from './math/interval-union.ts';
export { incidenceMatrix, laplacian, randomWalk, roughness, weightedLaplacian, weightMatrix } from './math/laplacian.ts';
export { absorption, afterSteps, isIrreducible, isReversible, periodOf, stationaryDistribution } from './math/markov-chain.ts';
export { Matrix, matrix } from './math/matrix.ts';
export { type Bracketing, bracketings, chainCost, cheapestBrackets } from './math/matrix-chain.ts';
export { matrixNorm1, matrixNormInfinity, norm1, norm2, normInfinity } from './math/norm.ts';
export { normalCdf, normalDensity, normalQuantile } from './math/normal.ts';
export { gramMatrix, gramSchmidt, leastSquares, project, projectionMatrix, qr, ridge } from './math/orthogonal.ts';
export { pageRank, pageRankStep } from './math/page-rank.ts';
export { Polynomial, polynomial } from './math/polynomial.ts';
export { isNearPrecisely, preciseBend, preciseSlope, preciseValue } from './math/precise-difference.ts';
export { constrainedMinimum, exactStep, quadraticGradient, quadraticValue } from './math/quadratic.ts';
export { integrate, simpson, trapezoid } from './math/quadrature.ts';
export { ONE, Rational, rational, sum, ZERO } from './math/rational.ts';
export { rationalRoots } from './math/rational-roots.ts';
export { equation, isProportional, type Relation, relation } from './math/relation.ts';
export { exponentOf, roundToInteger, roundToPlaces, roundToSignificant, spacingAt } from './math/rounding.ts';
export { ascending, correlation, covariance, covarianceMatrix, mean, median, variance } from './math/sample.ts';
export { MEMBERSHIP, setTeX, setValue, subsetsOf } from './math/set-expression.ts';
export { bestOfRank, singularTriples, singularValues } from './math/singular-values.ts';
export { isSpanningTree, kruskal, prim, spanningTreeCount, totalWeight } from './math/spanning-tree.ts';
export { eigenpairs, eigenvalues, spectralRadius } from './math/spectrum.ts';
export { Surd, surd } from './math/surd.ts';
export { SurdMatrix, surdDot } from './math/surd-matrix.ts';
export {
  isTopologicalOrder,
  parallelRounds,
  pathCount,
  readyNodes,
  topologicalOrder,
  topologicalOrderCount,
  topologicalOrders,
} from './math/topological-order.ts';
export { normalised, primitive, Vector, vector } from './math/vector.ts';
export { allDistances, bellmanFord, dijkstra, pathWeight, unweighted } from './math/weighted-graph.ts';
