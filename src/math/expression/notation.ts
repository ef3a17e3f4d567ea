// The spellings that are understood: functions, constants, Greek letters, and the many signs that phones and pasted TeX send.
import type { ConstantName, FunctionName } from './tree.ts';

/** Every spelling of a function, in lower case. Values other than function names are shorthands built by the parser. */
export const FUNCTION_SPELLINGS: ReadonlyMap<string, FunctionName | Shorthand> = new Map<string, FunctionName | Shorthand>([
  ['sqrt', 'sqrt'],
  ['cbrt', 'cbrt'],
  ['root', 'root'],
  ['exp', 'exp'],
  ['ln', 'ln'],
  ['log', 'log'],
  ['lg', 'log'],
  ['sin', 'sin'],
  ['sen', 'sin'],
  ['cos', 'cos'],
  ['tan', 'tan'],
  ['tg', 'tan'],
  ['cot', 'cot'],
  ['ctg', 'cot'],
  ['cotan', 'cot'],
  ['sec', 'sec'],
  ['csc', 'csc'],
  ['cosec', 'csc'],
  ['asin', 'asin'],
  ['arcsin', 'asin'],
  ['acos', 'acos'],
  ['arccos', 'acos'],
  ['atan', 'atan'],
  ['arctan', 'atan'],
  ['arctg', 'atan'],
  ['acot', 'acot'],
  ['arccot', 'acot'],
  ['asec', 'asec'],
  ['arcsec', 'asec'],
  ['acsc', 'acsc'],
  ['arccsc', 'acsc'],
  ['sinh', 'sinh'],
  ['cosh', 'cosh'],
  ['tanh', 'tanh'],
  ['coth', 'coth'],
  ['sech', 'sech'],
  ['csch', 'csch'],
  ['asinh', 'asinh'],
  ['arcsinh', 'asinh'],
  ['arsinh', 'asinh'],
  ['acosh', 'acosh'],
  ['arccosh', 'acosh'],
  ['arcosh', 'acosh'],
  ['atanh', 'atanh'],
  ['arctanh', 'atanh'],
  ['artanh', 'atanh'],
  ['acoth', 'acoth'],
  ['arccoth', 'acoth'],
  ['asech', 'asech'],
  ['arcsech', 'asech'],
  ['acsch', 'acsch'],
  ['arccsch', 'acsch'],
  ['abs', 'abs'],
  ['sign', 'sign'],
  ['sgn', 'sign'],
  ['signum', 'sign'],
  ['floor', 'floor'],
  ['ceil', 'ceil'],
  ['ceiling', 'ceil'],
  ['max', 'max'],
  ['min', 'min'],
  ['sigmoid', 'sigmoid'],
  ['relu', 'relu'],
  ['softplus', 'softplus'],
  ['factorial', 'factorial'],
  ['fact', 'factorial'],
  ['binomial', 'binomial'],
  ['binom', 'binomial'],
  ['choose', 'binomial'],
]);

/** Functions that are read but have no node of their own. */
export const SHORTHANDS = [
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

export const CONSTANT_SPELLINGS: ReadonlyMap<string, ConstantName> = new Map<string, ConstantName>([
  ['pi', 'pi'],
  ['π', 'pi'],
  ['ℼ', 'pi'],
  ['e', 'e'],
  ['ℯ', 'e'],
  ['ⅇ', 'e'],
  ['∞', 'infinity'],
  ['inf', 'infinity'],
  ['infty', 'infinity'],
  ['infinity', 'infinity'],
]);

/** Small Greek letters by name; capitals are written with a capital first letter. */
export const GREEK: ReadonlyMap<string, string> = new Map(
  Object.entries({
    alpha: 'α',
    beta: 'β',
    gamma: 'γ',
    delta: 'δ',
    epsilon: 'ε',
    zeta: 'ζ',
    eta: 'η',
    theta: 'θ',
    iota: 'ι',
    kappa: 'κ',
    lambda: 'λ',
    mu: 'μ',
    nu: 'ν',
    xi: 'ξ',
    omicron: 'ο',
    pi: 'π',
    rho: 'ρ',
    sigma: 'σ',
    tau: 'τ',
    upsilon: 'υ',
    phi: 'φ',
    chi: 'χ',
    psi: 'ψ',
    omega: 'ω',
  }),
);

/** Greek capitals that TeX has a command for; the others look like Latin letters. */
export const GREEK_CAPITALS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Gamma: 'Γ',
    Delta: 'Δ',
    Theta: 'Θ',
    Lambda: 'Λ',
    Xi: 'Ξ',
    Pi: 'Π',
    Sigma: 'Σ',
    Upsilon: 'Υ',
    Phi: 'Φ',
    Psi: 'Ψ',
    Omega: 'Ω',
  }),
);

const VARIANTS = { ϵ: 'epsilon', ϑ: 'theta', ϕ: 'phi', ϱ: 'rho', ς: 'sigma', ϰ: 'kappa', µ: 'mu', ℓ: 'l' };

/** The spelled name of a Greek letter that was typed as a sign: θ is theta. */
export const GREEK_SIGNS: ReadonlyMap<string, string> = new Map([
  ...[...GREEK, ...GREEK_CAPITALS].map(([name, sign]) => [sign, name] as const),
  ...Object.entries(VARIANTS),
]);

/** Signs that mean the same as a plain one. Full-width forms are folded before this is asked. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ...[...'−–—‒‐‑﹣➖'].map(sign => [sign, '-'] as const),
  ...[...'×·⋅∙•∗✕✖⨯・﹡'].map(sign => [sign, '*'] as const),
  ...[...'÷∕⁄➗'].map(sign => [sign, '/'] as const),
  ...[...'➕﹢'].map(sign => [sign, '+'] as const),
  ...[...'∣│❘'].map(sign => [sign, '|'] as const),
  ...[...'ˆ↑'].map(sign => [sign, '^'] as const),
  ...[...'،、'].map(sign => [sign, ','] as const),
]);

export const SUPERSCRIPTS: ReadonlyMap<string, string> = new Map(
  [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿˣʸⁱᵃᵇᵏᵐᵗ'].map((sign, index) => [sign, [...'0123456789+-()nxyiabkmt'][index] ?? '']),
);

export const SUBSCRIPTS: ReadonlyMap<string, string> = new Map(
  [...'₀₁₂₃₄₅₆₇₈₉ᵢⱼₖₙₘₜₓₐₑ'].map((sign, index) => [sign, [...'0123456789ijknmtxae'][index] ?? '']),
);

export const VULGAR_FRACTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '½': '1/2',
    '⅓': '1/3',
    '⅔': '2/3',
    '¼': '1/4',
    '¾': '3/4',
    '⅕': '1/5',
    '⅖': '2/5',
    '⅗': '3/5',
    '⅘': '4/5',
    '⅙': '1/6',
    '⅚': '5/6',
    '⅐': '1/7',
    '⅛': '1/8',
    '⅜': '3/8',
    '⅝': '5/8',
    '⅞': '7/8',
    '⅑': '1/9',
    '⅒': '1/10',
  }),
);

/** TeX commands that stand for a plain sign, a space or nothing. Others are read by name (`\sin`, `\theta`) or are unreadable. */
export const TEX_SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cdot: '*',
    times: '*',
    ast: '*',
    div: '/',
    lvert: '|',
    rvert: '|',
    vert: '|',
    mid: '|',
    lbrace: '{',
    rbrace: '}',
    lparen: '(',
    rparen: ')',
    left: '',
    right: '',
    bigl: '',
    bigr: '',
    big: '',
    Big: '',
    Bigl: '',
    Bigr: '',
    mathrm: '',
    mathit: '',
    mathbf: '',
    operatorname: '',
    text: '',
    textstyle: '',
    displaystyle: '',
    quad: ' ',
    qquad: ' ',
    infty: '∞',
    varepsilon: 'ε',
    vartheta: 'θ',
    varphi: 'φ',
    varrho: 'ρ',
    varsigma: 'σ',
    lfloor: '⌊',
    rfloor: '⌋',
    lceil: '⌈',
    rceil: '⌉',
  }),
);
