// Sets ⇄ links. What stands after the # is `/set/` and, parted by points: the format's letter with the digest and a check of the
// whole, the seed, nine digits an item (skill, level, count, version, first), and the title where there is one. Nothing in it is markup.
import { countIn, MOST, type ProblemSet, type SetItem } from './exercise/problem-set.ts';
import { checkOf, codeOf, LENGTH } from './link/digest.ts';
import { cut, digits, escaped, numberOf, unescaped } from './link/digits.ts';

export { codeOf, digestOf } from './link/digest.ts';

/** A set with what its sender's app made of it. */
export interface SentSet {
  readonly set: ProblemSet;
  /** Of each item's generator. */
  readonly versions: readonly number[];
  /** Of the exercises, as `digestOf` gives it. */
  readonly digest: string;
}

export type Decoded = { readonly ok: true; readonly value: SentSet } | { readonly ok: false; readonly says: string };

/** What has to be known of a skill to read links. */
export interface KnownSkill {
  readonly id: string;
  readonly version: number;
  readonly levels: readonly unknown[];
}

const FORMAT = 'A';
const WIDTH = { code: 4, level: 1, count: 1, version: 2, first: 1 } as const;
const WIDTHS = [WIDTH.code, WIDTH.level, WIDTH.count, WIDTH.version, WIDTH.first];
const ITEM = WIDTHS.reduce((sum, width) => sum + width, 0);
const PATH = '#/set/';
/** Longer texts are no links of ours: the longest title takes 720 signs, the longest seed 480. */
const LONGEST = 2000;

/** The part of a link from its # on; the set has to keep the bounds of `MOST`. */
export function encodeSet({ set, versions, digest }: SentSet): string {
  const items = set.items.map((item, i) => encodeItem(item, versions[i] ?? 0)).join('');
  const title = set.title === undefined ? [] : [escaped(set.title)];
  const rest = [escaped(set.seed), items, ...title].join('.');
  return `${PATH}${FORMAT}${digest}${checkOf(digest + rest)}.${rest}`;
}

function encodeItem({ skill, level, count, first }: SetItem, version: number): string {
  // 0: the item counts on.
  const values = [codeOf(skill), level, count, version, first === undefined ? 0 : first + 1];
  return values.map((value, i) => digits(value, WIDTHS[i] ?? 0)).join('');
}

/** Reads a whole link, the part after its #, or a message with a link in it. Levels and counts are brought into their bounds. Never throws. */
export function decodeSet(text: string, skills: readonly KnownSkill[]): Decoded {
  const payload = payloadOf(text);
  if (payload === undefined) return bad('This is no link to a set of exercises.');
  const [head = '', seedText = '', itemText = '', titleText, ...more] = payload.split('.');
  if (!head.startsWith(FORMAT))
    return bad('This link was made by a newer version of the app. Update the app, then open the link again.');
  const [, digest = '', check] = cut(head, [FORMAT.length, LENGTH.digest, head.length]);
  const rest = payload.slice(head.length + 1);
  if (check !== checkOf(digest + rest) || more.length > 0)
    return bad('This link did not come whole. Ask for it again, or copy all of it.');
  const [seed, title] = [unescaped(seedText), titleText === undefined ? undefined : unescaped(titleText)];
  if (seed === undefined || !isSeed(seed)) return bad('This link holds no set that can be read.');
  return decodeItems(itemText, skills, { digest, seed, title: cleanTitle(title ?? '') });
}

const SIGNS = /#\/set\/([A-Za-z0-9~._-]+)/;

function payloadOf(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  return SIGNS.exec(text)?.[1]?.replace(/\.+$/, '') ?? /^\s*(A[A-Za-z0-9~._-]{10,})\s*$/.exec(text)?.[1];
}

const ITEMS = new RegExp(`^(?:[\\w-]{${ITEM}}){1,${MOST.items}}$`);

type Around = { readonly digest: string; readonly seed: string; readonly title: string };

function decodeItems(text: string, skills: readonly KnownSkill[], { digest, seed, title }: Around): Decoded {
  if (!ITEMS.test(text)) return bad('This link holds no set that can be read.');
  const known = new Map(skills.map(skill => [codeOf(skill.id), skill]));
  const items: SetItem[] = [];
  const versions: number[] = [];
  for (let start = 0; start < text.length; start += ITEM) {
    const [code = 0, level = 0, count = 0, version = 0, first = 0] = cut(text.slice(start), WIDTHS).map(numberOf);
    const skill = known.get(code);
    if (!skill)
      return bad('This set has a skill that this version of the app does not know. Update the app, then open the link again.');
    items.push({
      skill: skill.id,
      level: clamped(level, skill.levels.length),
      count: clamped(count, MOST.count),
      ...(first > 0 && { first: first - 1 }),
    });
    versions.push(version);
  }
  if (countIn(items) > MOST.exercises) return bad(`A set holds at most ${MOST.exercises} exercises.`);
  return { ok: true, value: { set: { ...(title !== '' && { title }), seed, items }, versions, digest } };
}

function clamped(value: number, most: number): number {
  return Math.max(1, Math.min(most, value));
}

/** The skills of a set that its sender had in a later or an earlier version, whose exercises may differ from the sender's. */
export function otherVersions({ set, versions }: SentSet, skills: readonly KnownSkill[]): Record<'later' | 'earlier', string[]> {
  const own = new Map(skills.map(({ id, version }) => [id, version]));
  const changed = (isIt: (sent: number, here: number) => boolean) => [
    ...new Set(set.items.filter(({ skill }, i) => isIt(versions[i] ?? 0, own.get(skill) ?? 0)).map(({ skill }) => skill)),
  ];
  return { later: changed((sent, here) => sent > here), earlier: changed((sent, here) => sent < here) };
}

/** Controls, half pairs, and marks that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** In one line, without signs that cannot be seen, and not too long; it may be empty. */
export function cleanTitle(title: string): string {
  const line = title.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
  return [...line].slice(0, MOST.title).join('').trim();
}

/** Whether a set may have this seed. */
export function isSeed(seed: string): boolean {
  return seed !== '' && seed.length <= MOST.seed && seed.search(UNSEEN) < 0;
}

function bad(says: string): Decoded {
  return { ok: false, says };
}
