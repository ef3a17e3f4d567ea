// The many signs that phones, word processors and pasted TeX send, each with the plain one that it means.

/** Signs that mean the same as a plain one. Full-width forms are folded before this is asked. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ...[...'−–—‒‐‑﹣➖'].map(sign => [sign, '-'] as const),
  ...[...'×·⋅∙•∗✕✖⨯・﹡'].map(sign => [sign, '*'] as const),
  ...[...'÷∕⁄➗'].map(sign => [sign, '/'] as const),
  ...[...'➕﹢'].map(sign => [sign, '+'] as const),
  ...[...'∣│❘'].map(sign => [sign, '|'] as const),
  ...[...'ˆ↑'].map(sign => [sign, '^'] as const),
  ['ᵀ', '⊤'],
  ...[...'،、'].map(sign => [sign, ','] as const),
]);

/** Each sign with the plain ones that Unicode spells it by. */
const spelled = (signs: string): ReadonlyMap<string, string> =>
  new Map([...signs].map(sign => [sign, sign.normalize('NFKC').replace('−', '-').replace('⁄', '/')]));

export const SUPERSCRIPTS = spelled('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿˣʸⁱᵃᵇᵏᵐᵗ');
export const SUBSCRIPTS = spelled('₀₁₂₃₄₅₆₇₈₉ᵢⱼₖₙₘₜₓₐₑ');
export const VULGAR_FRACTIONS = spelled('½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒');

const WRITTEN_OUT = 'Write out the terms instead of a running index.';
const NO_RELATION = 'An expression is asked here, without a comparison.';

/** Signs that mean something, but not in an expression. */
export const MEANT_ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ...[..."'′’"].map(sign => [sign, 'Write out a derivative instead of a prime.'] as const),
  ...[...'∑∏'].map(sign => [sign, WRITTEN_OUT] as const),
  ...[...'<>≤≥≠≈'].map(sign => [sign, NO_RELATION] as const),
  ...[...'⊤ᵀ†'].map(sign => [sign, 'Only a matrix has a transpose. Write out its entries.'] as const),
  ['.', 'Write a repeating decimal as a fraction.'],
  ['…', 'Write a repeating decimal as a fraction.'],
  ['∫', 'Write the value of the integral.'],
  ['±', 'Write one value here, not ± two.'],
]);

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
    degree: '°',
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
