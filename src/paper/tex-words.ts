// Words and formulas as LaTeX takes them.
import type { Text } from '../exercise/text.ts';
import { hasTallRows, STRETCH } from './typesetting.ts';

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  ...Object.fromEntries([...'&%$#_'].map(sign => [sign, `\\${sign}`])),
};

/** Signs beyond ASCII that need another command in words than in formulas. */
const IN_WORDS: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': '`',
  '“': '``',
  '”': "''",
  '–': '--',
  '—': '---',
  '…': '\\ldots{}',
  '\u00a0': '~',
};

const names = (text: string): readonly (readonly [string, string])[] =>
  text.split(' ').map(each => [each.slice(0, 1), `\\${each.slice(1)}`]);

/** Signs of formulas, wherever they stand. */
const IN_FORMULAS: ReadonlyMap<string, string> = new Map([
  ...names('×times ÷div ·cdot ≤le ≥ge ≠ne ≈approx ±pm √surd ∞infty →to ∪cup ∩cap ∅varnothing ∈in °circ □square ∂partial'),
  ...names('αalpha βbeta γgamma δdelta εvarepsilon ηeta θtheta λlambda μmu νnu πpi ρrho σsigma τtau φvarphi ωomega'),
  ...names('ΔDelta ΣSigma ΩOmega ΓGamma ΘTheta ΛLambda ΠPi ΦPhi'),
  ['−', '-'],
  ['²', '^{2}'],
  ['³', '^{3}'],
]);

/** Words, with every sign that TeX would take for its own escaped. A sign that it cannot set becomes its code in brackets. */
export function texWords(words: string): string {
  return [...words].map(sign => SPECIAL[sign] ?? IN_WORDS[sign] ?? inFormula(sign)).join('');
}

function inFormula(sign: string): string {
  const known = IN_FORMULAS.get(sign);
  if (known !== undefined) return `$${known}$`;
  const code = sign.codePointAt(0) ?? 0;
  if (code >= 32 && code < 127) return sign;
  // Letters of Latin alphabets are set by the fonts' own encoding.
  return code >= 0xc0 && code < 0x180 ? sign : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** A formula's source without signs that only KaTeX takes. */
export function texFormula(source: string): string {
  const room = hasTallRows(source) ? `\\def\\arraystretch{${STRETCH}}` : '';
  return room + [...source].map(sign => (sign < '\u007f' ? sign : (IN_FORMULAS.get(sign) ?? IN_WORDS[sign] ?? sign))).join('');
}

/** A text with its formulas; one on a line of its own where it asks for that. */
export function texText(text: Text): string {
  return text
    .map(part => {
      if (typeof part === 'string') return texWords(part);
      return part.display ? `\n\\fitted{${texFormula(part.tex)}}\n` : `$${texFormula(part.tex)}$`;
    })
    .join('')
    .trim();
}
