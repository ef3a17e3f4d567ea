// What a mathematical value can do for a page: TeX for the eye, text in the syntax that a learner types, words for the ear.

export interface Printable {
  toTeX(): string;
  /** In the syntax that a learner types; reading it back gives an equal value. */
  toString(): string;
  /** Spoken words without symbols, such as "minus 3 over 4". */
  toSpeech(): string;
}
