// npm run links -- ROUND_TRIPS HOSTILE: sets that go through a link and come back, and links that were bent, cut or made up.
import { skills } from '../../src/catalog.ts';
import { MOST, type ProblemSet } from '../../src/exercise/problem-set.ts';
import { createRng, type Rng } from '../../src/exercise/rng.ts';
import { cleanTitle, decodeSet, digestOf, encodeSet, isSeed, type SentSet } from '../../src/link.ts';

const [trips = 100_000, hostile = 1_000_000] = process.argv.slice(2).map(Number);
const LETTERS = [...'abcXYZ019 .,:;-_~%#/?&=+<>"\'()[]{}|\\^`@!$*äßéπ≤∞中文🦊👩‍🔬\u202e\u0000\n'];
const SIGNS = [...'ABCxyz019-_~.%#/<>&"\' \n\u0000π🦊'];

function words(rng: Rng, most: number): string {
  return Array.from({ length: rng.int(1, most) }, () => rng.pick(LETTERS)).join('');
}

function drawSet(rng: Rng): SentSet {
  const items = Array.from({ length: rng.int(1, MOST.items) }, () => {
    const skill = rng.pick(skills);
    const first = rng.int(-1, MOST.first);
    const item = { skill: skill.id, level: rng.int(1, skill.levels.length), count: rng.int(1, 5) };
    return first < 0 ? item : { ...item, first };
  });
  const seed = words(rng, 12);
  const title = cleanTitle(words(rng, 70));
  const set: ProblemSet = { ...(rng.int(0, 3) > 0 && title !== '' && { title }), seed: isSeed(seed) ? seed : '0', items };
  return { set, versions: items.map(() => rng.int(0, 4095)), digest: digestOf([seed]) };
}

function bent(rng: Rng, link: string): string {
  const at = rng.int(0, link.length);
  const end = rng.int(at, link.length);
  const noise = Array.from({ length: rng.int(1, 6) }, () => rng.pick(SIGNS)).join('');
  const ways = [
    () => link.slice(0, at),
    () => link.slice(at),
    () => link.slice(0, at) + noise + link.slice(at),
    () => link.slice(0, at) + noise + link.slice(at + noise.length),
    () => link.slice(0, at) + link.slice(end),
    () => link.slice(0, end) + link.slice(at),
    () => `#/set/A${noise.repeat(rng.int(1, 300))}`,
    () => noise,
    () => link.toLowerCase(),
    () => encodeURIComponent(link),
  ];
  return rng.pick(ways)();
}

const rng = createRng('links');
let [different, longest] = [0, 0];
for (let i = 0; i < trips; i++) {
  const sent = drawSet(rng);
  const start = performance.now();
  const found = decodeSet(encodeSet(sent), skills);
  longest = Math.max(longest, performance.now() - start);
  if (!found.ok || JSON.stringify(found.value) !== JSON.stringify(sent)) different++;
}
console.log(`${trips} sets there and back: ${different} differ, longest ${longest.toFixed(1)} ms`);

let [other, thrown, slowest, marked] = [0, 0, 0, 0];
let sent = drawSet(rng);
for (let i = 0; i < hostile; i++) {
  if (i % 100 === 0) sent = drawSet(rng);
  const text = bent(rng, encodeSet(sent));
  const start = performance.now();
  try {
    const found = decodeSet(text, skills);
    if (found.ok && JSON.stringify(found.value) !== JSON.stringify(sent)) other++;
    if (!found.ok && !/^[A-Z][^<>]*\.$/.test(found.says)) marked++;
  } catch (error) {
    thrown++;
    console.error(JSON.stringify(text), error);
  }
  slowest = Math.max(slowest, performance.now() - start);
}
console.log(
  `${hostile} bent links: ${thrown} thrown, ${marked} without words, ${other} read as another set, slowest ${slowest.toFixed(1)} ms`,
);
process.exitCode = different + thrown + marked + other > 0 ? 1 : 0;
