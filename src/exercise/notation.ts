// The small part of TeX that formulas of exercises are written in, and how each piece of it is spoken.

/** Commands without arguments; spacing commands are silent. */
const WORDS: Readonly<Record<string, string>> = {
  cdot: 'times',
  times: 'times',
  div: 'divided by',
  pm: 'plus or minus',
  ast: 'star',
  odot: 'element-wise times',
  circ: 'after',
  le: 'is at most',
  ge: 'is at least',
  ne: 'is not',
  neq: 'is not',
  approx: 'is about',
  equiv: 'is equivalent to',
  propto: 'is proportional to',
  to: 'goes to',
  mapsto: 'maps to',
  Rightarrow: 'so',
  rightarrow: 'to',
  iff: 'exactly when',
  mid: 'given',
  colon: ':',
  in: 'in',
  notin: 'not in',
  subset: 'is a proper subset of',
  subseteq: 'is a subset of',
  cup: 'union',
  cap: 'intersection',
  setminus: 'without',
  triangle: 'symmetric difference',
  emptyset: 'the empty set',
  varnothing: 'the empty set',
  complement: 'complement',
  infty: 'infinity',
  partial: 'partial',
  nabla: 'nabla',
  sum: 'the sum of',
  prod: 'the product of',
  int: 'the integral of',
  ln: 'the natural log of',
  log: 'log',
  exp: 'exp',
  sin: 'sine',
  cos: 'cosine',
  tan: 'tangent',
  max: 'max',
  min: 'min',
  det: 'determinant of',
  deg: 'the degree of',
  ldots: 'and so on',
  dots: 'and so on',
  cdots: 'and so on',
  top: 'transposed',
  prime: 'prime',
  ell: 'ell',
  lVert: 'the norm of',
  rVert: '',
  lvert: 'the size of',
  rvert: '',
  lfloor: 'the floor of',
  rfloor: '',
  lceil: 'the ceiling of',
  rceil: '',
  langle: '',
  rangle: '',
  quad: ',',
  qquad: ',',
  ',': '',
  ';': '',
  ':': '',
  '!': '',
  ' ': '',
  '\\': ',',
  '%': 'percent',
  '{': 'the set of',
  '}': '',
  left: '',
  right: '',
  big: '',
  Big: '',
  bigl: '',
  bigr: '',
  displaystyle: '',
  bmod: 'modulo',
};

const GREEK =
  'alpha beta gamma delta epsilon varepsilon zeta eta theta kappa lambda mu nu xi pi rho sigma tau phi varphi chi psi omega Gamma Delta Theta Lambda Sigma Phi Psi Omega';

/** Commands with one argument, spoken around it. */
const AROUND: Readonly<Record<string, readonly [before: string, after: string]>> = {
  hat: ['', 'hat'],
  bar: ['', 'bar'],
  vec: ['', 'vector'],
  tilde: ['', 'tilde'],
  overline: ['', 'bar'],
  sqrt: ['the square root of', ''],
  text: ['', ''],
  mathbf: ['', ''],
  mathrm: ['', ''],
  operatorname: ['', ''],
  mathbb: ['', ''],
  mathcal: ['', ''],
  boldsymbol: ['', ''],
};

const SIGNS: Readonly<Record<string, string>> = {
  '=': 'equals',
  '+': 'plus',
  '-': 'minus',
  '<': 'is less than',
  '>': 'is greater than',
  '/': 'over',
  '&': ',',
  '!': 'factorial',
  '(': 'open bracket',
  ')': 'close bracket',
  '[': 'open bracket',
  ']': 'close bracket',
  ',': ',',
  ';': ';',
  ':': ':',
  '.': '.',
  "'": 'prime',
  '?': '?',
  '~': '',
  '*': 'star',
};

const greek = new Set(GREEK.split(' '));
const TOKEN = /\\([a-zA-Z]+|.)|(\d+(?:\.\d+)?)|([a-zA-Z]+)|(\s+)|([\s\S])/gy;

/** Spoken words for a piece of TeX. Throws on a command it does not know: then `tex(source, speech)` is the way. */
export function speakTeX(source: string): string {
  const reader = new Reader(source);
  const words = reader.until(undefined);
  return words.replace(/\s+/g, ' ').trim();
}

class Reader {
  private readonly tokens: readonly string[];
  private place = 0;

  constructor(source: string) {
    this.tokens = (source.match(TOKEN) ?? []).filter(token => token.trim() !== '' || token === '\\ ');
  }

  until(end: string | undefined): string {
    const words: string[] = [];
    while (this.place < this.tokens.length) {
      const token = this.tokens[this.place++] ?? '';
      if (token === end) return words.join(' ');
      words.push(this.speak(token));
    }
    return words.join(' ');
  }

  private argument(): string {
    const token = this.tokens[this.place++] ?? '';
    if (/^\d\d/.test(token)) throw new Error(`put the argument "${token}" in braces`);
    return token === '{' ? this.until('}') : this.speak(token);
  }

  private speak(token: string): string {
    if (token === '{') return this.until('}');
    if (token === '}') return '';
    if (token === '_') return `sub ${this.argument()}`;
    if (token === '^') return speakExponent(this.argument());
    if (token.startsWith('\\')) return this.command(token.slice(1));
    if (token === '|')
      throw new Error('a bar is spoken in several ways: write \\mid, \\lvert and \\rvert, or tex(source, speech)');
    return SIGNS[token] ?? token;
  }

  private command(name: string): string {
    if (name === 'frac' || name === 'dfrac' || name === 'tfrac') return `${this.argument()} over ${this.argument()}`;
    const around = AROUND[name];
    if (around) {
      if (this.tokens[this.place] === '[') throw new Error(`no spoken words for \\${name}[...]; use tex(source, speech)`);
      return `${around[0]} ${this.argument()} ${around[1]}`;
    }
    const word = WORDS[name] ?? (greek.has(name) ? name.replace('var', '') : undefined);
    if (word === undefined) throw new Error(`no spoken words for \\${name}; use tex(source, speech)`);
    return word;
  }
}

function speakExponent(exponent: string): string {
  if (exponent === '2') return 'squared';
  if (exponent === '3') return 'cubed';
  if (exponent === 'T' || exponent === 'transposed') return 'transposed';
  if (exponent === 'prime') return 'prime';
  return exponent === 'c' ? 'complement' : `to the power ${exponent}`;
}
