// The figures of a log worked out a second time, with nothing of the app's own code: plain, slow, and easy to check by reading.
import type { AnswerEntry, Entry } from '../../src/schedule/entry.ts';

type Days = Map<number, number>;

interface State {
  readonly n: number;
  /** In hundredths, and in days. */
  readonly ease: number;
  readonly wait: bigint;
  readonly due: number;
}

interface Card extends State {
  readonly reviewed: number;
  /** The day on which it is asked once more, 0: on none. */
  readonly again: number;
  /** A guessable first answer, and the state before it, until the second comes. */
  readonly half?: { readonly quality: number; readonly before: State };
}

interface Review {
  readonly area: string;
  readonly day: number;
  readonly quality: number;
}

const orderOf = (a: Entry, b: Entry): number =>
  a.day - b.day || a.at - b.at || (a.device < b.device ? -1 : a.device > b.device ? 1 : a.seq - b.seq);

const nameOf = ({ device, seq }: Entry): string => `${device}:${seq}`;

/** What was not taken back, in order, with 4 where the learner was right after all. */
const standing = (log: readonly Entry[]): readonly Entry[] => {
  const named = (kind: string, among: readonly Entry[]) =>
    new Set(among.flatMap(entry => (entry.kind === kind && 'target' in entry ? [entry.target] : [])));
  const undone = named('undo', log);
  const left = log.filter(entry => !undone.has(nameOf(entry)));
  const right = named('override', left);
  return left
    .map(entry => (entry.kind === 'answer' && right.has(nameOf(entry)) ? { ...entry, quality: 4 as const } : entry))
    .sort(orderOf);
};

/** SM-2 as published, in whole numbers. */
const after = ({ n, ease, wait }: State, quality: number, day: number): State => {
  const passed = quality >= 3;
  const next = !passed || n === 0 ? 1n : n === 1 ? 6n : (wait * BigInt(ease) + 50n) / 100n;
  const miss = 5 - quality;
  return {
    n: passed ? n + 1 : 0,
    ease: Math.max(130, ease + 10 - miss * (8 + miss * 2)),
    wait: next,
    due: day + Number(next > 365n ? 365n : next),
  };
};

/** The cards after these entries, and the reviews of skills that were due. */
const play = (entries: readonly Entry[]): { readonly cards: Map<string, Card>; readonly reviews: readonly Review[] } => {
  const cards = new Map<string, Card>();
  const reviews: Review[] = [];
  for (const entry of entries) {
    const { skill, day } = entry;
    const card = cards.get(skill);
    if (entry.purpose !== 'practice') continue;
    if (entry.kind === 'move-due' && card) cards.set(skill, { ...card, due: Math.min(Math.max(entry.due, day), day + 365) });
    if (entry.kind !== 'answer') continue;
    const { quality, guessable } = entry;
    const area = skill.split('/')[0] ?? '';
    const again = quality < 4 ? day : 0;
    if (card?.reviewed !== day) {
      const before: State = card ?? { n: 0, ease: 250, wait: 0n, due: day };
      const half = guessable ? { half: { quality, before } } : {};
      cards.set(skill, { ...after(before, quality, day), reviewed: day, again: guessable ? day : again, ...half });
      if (card && card.due <= day) reviews.push({ area, day, quality });
    } else if (card.half) {
      const lower = Math.min(quality, card.half.quality);
      cards.set(skill, { ...after(card.half.before, lower, day), reviewed: day, again });
      const at = reviews.findLastIndex(
        review => review.day === day && review.quality === card.half?.quality && review.area === area,
      );
      const wasDue = card.half.before.n + Number(card.half.before.wait) > 0 && card.half.before.due <= day;
      if (wasDue && at >= 0) reviews[at] = { area, day, quality: lower };
    } else cards.set(skill, { ...card, again });
  }
  return { cards, reviews };
};

const count = (days: Days, day: number, amount: number): void => void days.set(day, (days.get(day) ?? 0) + amount);

const mondayOf = (day: number): number => {
  const weekday = new Date(day * 86_400_000).getUTCDay();
  return day - ((weekday + 6) % 7);
};

/** Practised days of the longest stretch up to a day in which no seven days have three without practice. */
const rowUpTo = (days: Days, end: number, first: number): number => {
  let most = 0;
  for (let start = end; start >= first; start--) {
    const stretch = Array.from({ length: end - start + 1 }, (_, i) => days.has(start + i));
    if (stretch.some((_, i) => stretch.slice(i, i + 7).filter(done => !done).length > 2)) return most;
    if (stretch[0]) most = stretch.filter(done => done).length;
  }
  return most;
};

export const figuresOf = (log: readonly Entry[], today: number, known: ReadonlySet<string>) => {
  const entries = standing(log);
  const answers = entries.filter((entry): entry is AnswerEntry => entry.kind === 'answer');
  const [exercises, tenths]: [Days, Days] = [new Map(), new Map()];
  for (const { day, activeSeconds } of answers) {
    count(exercises, day, 1);
    count(tenths, day, Math.round(10 * activeSeconds));
  }
  const { cards, reviews } = play(entries);
  const before = play(entries.filter(({ day }) => day <= today - 28)).cards;
  const strongIn = (some: Map<string, Card>) => [...some.values()].filter(({ wait }) => wait >= 21n).length;
  const first = Math.min(...exercises.keys());
  const lately = reviews.filter(({ day }) => day >= mondayOf(today) - 77);
  const areas = [...new Set(lately.map(({ area }) => area))].map(area => {
    const own = lately.filter(review => review.area === area);
    return [area, { due: own.length, recalled: own.filter(({ quality }) => quality >= 3).length }] as const;
  });
  const weeks = Array.from({ length: 12 }, (_, i) => mondayOf(today) - 7 * (11 - i));
  const comes = [...cards]
    .filter(([skill]) => known.has(skill))
    .map(([, { due, reviewed }]) => Math.max(due, reviewed + 1, today));
  const ends = Array.from({ length: today - first + 1 }, (_, i) => first + i);
  return {
    first,
    exercises,
    seconds: new Map([...tenths].map(([day, amount]) => [day, amount / 10])),
    days: rowUpTo(exercises, exercises.has(today) ? today : today - 1, first),
    longest: Math.max(...ends.map(end => rowUpTo(exercises, end, first))),
    forecast: Array.from({ length: 14 }, (_, i) => comes.filter(day => day === today + i).length),
    areas: new Map(areas),
    met: cards.size,
    /** Of every skill that was met: how many days late it is (less than 0: not due), whether it comes again today, and is strong. */
    stand: new Map(
      [...cards].map(([skill, { due, again, wait }]) => [
        skill,
        { late: today - due, isAgain: again === today, isStrong: wait >= 21n },
      ]),
    ),
    strong: strongIn(cards),
    before: { met: before.size, strong: strongIn(before) },
    weeks: weeks.map(monday => ({
      monday,
      seconds: Array.from({ length: 7 }, (_, i) => tenths.get(monday + i) ?? 0).reduce((sum, amount) => sum + amount, 0) / 10,
    })),
  };
};
