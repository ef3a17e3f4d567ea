// `set encode` and `set decode`: sets of exercises as links, and back.

import { skillOf, skills } from '../catalog.ts';
import { countIn, MOST, type ProblemSet, type SetItem } from '../exercise/problem-set.ts';
import { cleanTitle, decodeSet, digestOf, encodeSet, isSeed, otherVersions } from '../link.ts';
import { identity } from '../make.ts';
import { answerLines, answerTexts, type Fields, listField, numberField, textField, Unusable } from './lines.ts';
import { Misuse } from './misuse.ts';
import { readOptions } from './options.ts';
import { exercisesIn } from './sent-set.ts';

export async function setLines([action, ...args]: readonly string[]): Promise<void> {
  if (action === 'encode') return encodeLines(args);
  if (action === 'decode' && args.length === 0) return answerTexts(decoded);
  throw new Misuse('Say set encode or set decode.');
}

async function encodeLines(args: readonly string[]): Promise<void> {
  const { values, positionals } = readOptions(args, { origin: { type: 'string' } });
  if (positionals.length > 0) throw new Misuse('Sets are read line by line from the standard input.');
  const { origin = '' } = values;
  await answerLines(async fields => ({ link: origin + (await linkTo(readSet(fields))) }));
}

async function decoded(line: string): Promise<object> {
  const found = decodeSet(line, skills);
  if (!found.ok) throw new Unusable(found.says);
  const { set, digest } = found.value;
  const { later, earlier } = otherVersions(found.value, skills);
  const others = { ...(later.length > 0 && { later }), ...(earlier.length > 0 && { earlier }) };
  return { set, digest, same: (await digestHere(set)) === digest, ...others };
}

async function linkTo(set: ProblemSet): Promise<string> {
  const versions = set.items.map(({ skill }) => skillOf(skill)?.version ?? 0);
  return encodeSet({ set, versions, digest: await digestHere(set) });
}

async function digestHere(set: ProblemSet): Promise<string> {
  return digestOf((await exercisesIn(set)).map(identity));
}

/** Throws Unusable where it is no set, or goes beyond what a link may hold. */
export function readSet(fields: Fields): ProblemSet {
  const unknown = Object.keys(fields).find(name => !['title', 'seed', 'items'].includes(name));
  if (unknown !== undefined) throw new Unusable(`A set has no "${unknown}".`);
  const title = fields.title === undefined ? '' : textField(fields, 'title');
  if (cleanTitle(title) !== title) throw new Unusable(`The title has to be one line of at most ${MOST.title} letters.`);
  const seed = Number.isSafeInteger(fields.seed) ? String(fields.seed) : textField(fields, 'seed');
  if (!isSeed(seed)) throw new Unusable(`The seed has to be a text of 1 to ${MOST.seed} signs.`);
  const items = listField(fields, 'items').map(readItem);
  if (items.length < 1 || items.length > MOST.items) throw new Unusable(`A set has 1 to ${MOST.items} items.`);
  if (countIn(items) > MOST.exercises) throw new Unusable(`A set holds at most ${MOST.exercises} exercises.`);
  return { ...(title !== '' && { title }), seed, items };
}

function readItem(value: unknown): SetItem {
  const fields: Fields = typeof value === 'object' && value !== null ? { ...value } : {};
  const [skill, level, count] = [textField(fields, 'skill'), numberField(fields, 'level'), numberField(fields, 'count')];
  const levels = skillOf(skill)?.levels.length;
  if (levels === undefined) throw new Unusable(`There is no skill ${skill}.`);
  if (level < 1 || level > levels) throw new Unusable(`${skill} has levels 1 to ${levels}.`);
  if (count < 1 || count > MOST.count) throw new Unusable(`A count goes from 1 to ${MOST.count}.`);
  const first = fields.first === undefined ? undefined : numberField(fields, 'first');
  if (first !== undefined && (first < 0 || first > MOST.first)) throw new Unusable(`A first goes from 0 to ${MOST.first}.`);
  return { skill, level, count, ...(first !== undefined && { first }) };
}
