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
