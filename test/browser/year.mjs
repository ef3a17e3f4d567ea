// Long review logs for tests and benchmarks: a learner's year (or years) of practice, the same for the same seed.

/** @typedef {import('../../src/schedule/entry.ts').Entry} Entry */
/** @typedef {{ readonly id: string, readonly version: number, readonly levels: readonly unknown[] }} Skill */

const DAY = 86_400_000;
const NOON = 12 * 3_600_000;
const GUESSABLE_EVERY = 11;

/** mulberry32: from 0 to 1. @param {number} seed @returns {() => number} */
export const chanceFrom = seed => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), 61 | bits);
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** What a try of each quality looked like. */
const VERDICTS = /** @type {const} */ ([[], ['wrong'], ['wrong', 'wrong', 'right'], ['wrong', 'right'], ['right'], ['right']]);

/** A text that is no known mistake of any exercise. */
const TYPED = '987654321';

/** Most are right; seven in a hundred fail. @param {number} chance */
const qualityBy = chance =>
  /** @type {const} */ ([5, 4, 3, 2, 1, 0])[[0.6, 0.84, 0.92, 0.95, 0.985].filter(end => chance > end).length] ?? 5;

/** Busy weeks, weeks with rest days, and two weeks off. @param {number} ago @param {() => number} chance */
const isRest = (ago, chance) => (ago > 150 && ago < 165) || (ago % 90 > 60 ? chance() < 0.35 : chance() < 0.12);

/**
 * `count` entries on the study days up to `lastDay`, with everything that a log may hold: reviews and drills, guessable answers,
 * free practice, sets and a placement, undos, overrides and moved due days, of two devices.
 * @param {{ seed: number, count: number, lastDay: number, days: number, skills: readonly Skill[] }} wanted
 * @returns {Entry[]}
 */
export const practiceLog = ({ seed, count, lastDay, days, skills }) => {
  const chance = chanceFrom(seed);
  /** @param {number} most */
  const below = most => Math.floor(chance() * most);
  /** @type {Entry[]} */
  const log = [];
  const written = { phone: 0, tablet: 0 };
  /** When each skill comes back, and after how long it does: roughly. @type {Map<string, { due: number, wait: number }>} */
  const waits = new Map();
  const practised = Array.from({ length: days }, (_, i) => lastDay - days + 1 + i).filter(day => !isRest(lastDay - day, chance));
  // Some days are long and some are short.
  const shares = practised.map(() => 0.15 + 1.85 * chance() ** 2);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let share = 0;

  for (const [turn, day] of practised.entries()) {
    share += (shares[turn] ?? 0) / whole;
    const today = Math.round(count * share) - log.length;
    const device = turn % 5 === 3 ? 'tablet' : 'phone';
    const due = skills.filter(({ id }) => (waits.get(id)?.due ?? Number.POSITIVE_INFINITY) <= day).map(({ id }) => id);
    const fresh = skills.filter(({ id }) => !waits.has(id)).slice(0, turn % 3 === 0 ? 1 : 0);
    const queue = [...due, ...fresh.map(({ id }) => id)];
    for (let i = 0; i < today; i++) {
      const place = { device, seq: ++written[device], at: day * DAY + NOON + i * 40_000, day };
      const last = log.at(-1);
      const roll = chance();
      if (last?.kind === 'answer' && last.day === day && roll < 0.01) {
        const kind = roll < 0.005 ? 'undo' : 'override';
        log.push({ ...place, kind, purpose: last.purpose, skill: last.skill, target: `${last.device}:${last.seq}` });
        continue;
      }
      const next = queue.shift();
      const skill = skills.find(({ id }) => id === next) ?? skills[below(Math.min(skills.length, 6 + turn))];
      if (!skill) throw new Error('no skills');
      if (!next && waits.has(skill.id) && roll < 0.02) {
        log.push({ ...place, kind: 'move-due', purpose: 'practice', skill: skill.id, due: day + below(9) });
        continue;
      }
      const quality = qualityBy(chance());
      const isReview = next !== undefined || (waits.has(skill.id) && roll > 0.9);
      const other = /** @type {const} */ (['free', 'free', 'set', 'placement'])[below(turn === 0 ? 4 : 3)] ?? 'free';
      const guessable = skills.indexOf(skill) % GUESSABLE_EVERY === 0;
      const verdicts = VERDICTS[quality];
      log.push({
        ...{
          ...place,
          kind: 'answer',
          purpose: isReview ? 'practice' : other,
          skill: skill.id,
          level: 1 + below(skill.levels.length),
        },
        ...{
          seed: `${seed}:${log.length}`,
          version: skill.version,
          given: { a: [below(90), `${below(9)}/7`], b: below(2) === 0 },
        },
        ...{ answers: verdicts.map(() => [TYPED]), verdicts, quality, hints: quality === 2 ? 1 : 0, guessable },
        activeSeconds: 4 + below(560) / 10,
      });
      if (!isReview) continue;
      const wait = quality < 3 ? 1 : Math.ceil((waits.get(skill.id)?.wait ?? 0.5) * 2.3);
      waits.set(skill.id, { wait, due: day + wait });
      // The second of two guessable ones.
      if (guessable && next && !queue.includes(skill.id) && chance() < 0.8) queue.push(skill.id);
    }
  }
  return log;
};

/** The file that Settings takes. @param {readonly Entry[]} reviews @param {object} [settings] */
export const backupOf = (reviews, settings = {}) => JSON.stringify({ app: 'gradus', format: 1, reviews, settings, sets: [] });
