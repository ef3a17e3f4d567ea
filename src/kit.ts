// All that a generator's author may use: the one door from generators/ into src/.
export { choice, direction, expression, matrix, number, real, set, several, vector } from './exercise/answer.ts';
export { bracketed, decimal, display, formula, list, math, percent, signed, table, tex, word } from './exercise/formula.ts';
export { generator, level } from './exercise/generator.ts';
export { say } from './exercise/text.ts';
