// What hostile texts are made of.

function list(...lines: readonly string[]): readonly string[] {
  return lines.flatMap(line => line.split(' '));
}

/** Signs and names that mean something in a typed answer. */
export const TOKENS = [
  ...'0123456789xyzabnkpe.,;:!%°\'"=<>~&@#$?_\\/^*+-()[]{}| \n\t',
  ...'πθσλμαβ∞√∑∫∪∩∅∈≤≥≠±·×÷−–⟨⟩',
  ...list('sin cos tan ln log log_2 exp sqrt cbrt abs max min floor asin tanh softplus relu sigma pi inf binom C( sqrt('),
  ...list('^-1 ^T !! ** U or and 1/ /0 || e^ <= >= != -> (( )) ,, .5 5. 1e5 x_1 w1'),
];

export const TEX = [
  ...list('\\frac{ \\frac \\dfrac12 \\sqrt{ \\sqrt[3]{ \\sqrt \\left( \\right) \\left| \\right| \\left\\{ \\cdot \\times \\pm'),
  ...list(
    '\\infty \\pi \\theta \\ln \\log_{2} \\sin^{2} \\operatorname{relu} \\text{ \\mathrm{e} \\begin{pmatrix} \\end{pmatrix}',
  ),
  ...list(
    '\\begin{bmatrix}1&2\\\\3&4\\end{bmatrix} & \\\\ ^{ _{ } { } \\{ \\} \\le \\cup \\emptyset \\binom{n}{k} \\lfloor \\rceil',
  ),
  ...list('\\, \\; $ $$ \\ \\[ \\] \\( \\) \\sum_{i=1}^{n} \\to \\dots \\unknown 1 2 x y + - = ,'),
];

/** Marks that combine, turn the direction or take no room; look-alikes; digits and signs of other keyboards; names of the language. */
export const ODDITIES = [
  ...list(
    '\u0301 \u20d7 \u0338 \u200b \u200d \u200e \u200f \u202e \u2066 \ufeff \u00ad \u2061 \u2062 \ud800 \udc00 \u0000 \u0007',
  ),
  ...list('\u001b[31m \u2028 \u0085 \u00a0 \u3000 😀 👩‍🏫 🇩🇪 х у е ν ο ℓ ı ſ ﬁ İ ß ٣ ۳ ३ 三 Ⅳ ½ ⅓ ² ⁻¹ ⁿ ₁ ₓ 𝑥 𝟐 𝛼 ， ； ＝'),
  ...list('− — ∕ ⁄ ∗ ⋅ × ÷ ∶ （ ） ｛ ［ ⟦ ‖ ∣ ′ ″ constructor __proto__ toString'),
];

/** What can be put around anything, at the hole. */
export const SHELLS = [
  ...list('(□) [□] {□} |□| |x-□| -(□) sin(□) ln(□) sqrt(□) √□ 1/(1+□) x^(□) e^□ 2^□ -□ □! □% □^2 (x+1)(□) σ(□)'),
  ...list('\\frac{1}{□} \\sqrt{□} \\left(□\\right) {1,□} (1,□) [[□]] max(x,□) cbrt(□) floor(□) tan(□) asin(□) C(□,2) x_{□}'),
  ...list('log_□ e^(-□) abs(x+□) 1+1/□ sin□ (□)^(□) □+□ (□)/(□) ln(1+e^□) □² {□} □,□ [□;□]'),
];

export const HUGE = [
  ...list('9^9^9 9^9^9^9^9 10^300 10^-300 1e999 1e-999 1e308 2^(10^300) 2^0.0000001 99999999! 170! 20!! C(10^9,10^8)'),
  ...list('C(1000,500) (x+y+z)^63 (x+1)^64 (x+1)^-64 ((x^64)^64)^64 x^(1/99999) x^99999 x^-99999 0^0 1/0 0/0 ln(0) ln(-1)'),
  ...list('sqrt(-1) tan(pi/2) e^e^e^e e^-e^9 e^(10^6) sin(10^50) sin(1/x) inf-inf x^x^x floor(10^40+1/3) log_1(2) log_0(5)'),
  ...list('(-1)^(1/2) (-8)^(1/3) (-2)^x acos(2) acosh(0) 0.1^200 7^777 (1+1e-30)^(1e30) sqrt(10^80+1) (2^(1/2))^(2^(1/2))'),
  ...list('123456789123456789/987654321987654321 0.00000000000000000000000000001 (3/7)^(-999) (x+1)^(1/2)^20 (1e200x)^3'),
];
