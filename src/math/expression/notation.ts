// The spellings that are understood: functions, constants and Greek letters.
import { type ConstantName, FUNCTIONS, type FunctionName } from './tree.ts';

/** Functions that are read but have no node of their own. */
export const SHORTHANDS = [
  'mod',
  'round',
  'atan2',
  'sum',
  'product',
  'cbrt',
  'root',
  'relu',
  'softplus',
  'acot',
  'asec',
  'acsc',
  'coth',
  'sech',
  'csch',
  'acoth',
  'asech',
  'acsch',
] as const;
export type Shorthand = (typeof SHORTHANDS)[number];

type Spelling = readonly [string, FunctionName | Shorthand];

/** arcsin; arsinh, arcsinh, argsinh. */
const INVERSES = (['sin', 'cos', 'tan', 'cot', 'sec', 'csc'] as const).flatMap((name): Spelling[] => [
  [`arc${name}`, `a${name}`],
  ...['ar', 'arc', 'arg'].map((prefix): Spelling => [`${prefix}${name}h`, `a${name}h`]),
]);

/** Every spelling of a function, in lower case. Values other than function names are shorthands built by the parser. */
export const FUNCTION_SPELLINGS: ReadonlyMap<string, FunctionName | Shorthand> = new Map<string, FunctionName | Shorthand>([
  ...[...FUNCTIONS, ...SHORTHANDS].map((name): Spelling => [name, name]),
  ...INVERSES,
  ['lg', 'log'],
  ['sen', 'sin'],
  ['tg', 'tan'],
  ['ctg', 'cot'],
  ['cotan', 'cot'],
  ['cosec', 'csc'],
  ['arctg', 'atan'],
  ['sgn', 'sign'],
  ['signum', 'sign'],
  ['ceiling', 'ceil'],
  ['fact', 'factorial'],
  ['binom', 'binomial'],
  ['choose', 'binomial'],
  ['ncr', 'binomial'],
  ['nCr', 'binomial'],
  ['arctan2', 'atan2'],
  ['prod', 'product'],
]);

export const CONSTANT_SPELLINGS: ReadonlyMap<string, ConstantName> = new Map<string, ConstantName>([
  ['pi', 'pi'],
  ['π', 'pi'],
  ['Pi', 'pi'],
  ['PI', 'pi'],
  ['ℼ', 'pi'],
  ['e', 'e'],
  ['ℯ', 'e'],
  ['ⅇ', 'e'],
  ['∞', 'infinity'],
  ['inf', 'infinity'],
  ['infty', 'infinity'],
  ['infinity', 'infinity'],
  ['oo', 'infinity'],
]);

function byName(names: string, signs: string): ReadonlyMap<string, string> {
  return new Map(names.split(' ').map((name, place) => [name, signs[place] ?? '']));
}

/** Small Greek letters by name; capitals are written with a capital first letter. */
export const GREEK = byName(
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega',
  'αβγδεζηθικλμνξοπρστυφχψω',
);

/** Greek capitals that TeX has a command for; the others look like Latin letters. */
export const GREEK_CAPITALS = byName('Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega', 'ΓΔΘΛΞΠΣΥΦΨΩ');

const VARIANTS = { ϵ: 'epsilon', ϑ: 'theta', ϕ: 'phi', ϱ: 'rho', ς: 'sigma', ϰ: 'kappa', µ: 'mu', ℓ: 'l' };

/** The spelled name of a Greek letter that was typed as a sign: θ is theta. */
export const GREEK_SIGNS: ReadonlyMap<string, string> = new Map([
  ...[...GREEK, ...GREEK_CAPITALS].map(([name, sign]) => [sign, name] as const),
  ...Object.entries(VARIANTS),
]);
