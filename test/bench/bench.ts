// `npm run bench`: exercises made and verified, level by level, and equality checks of typed answers, parse included.
import { generatorFiles } from '../../scripts/all-generators.ts';
import type { Domains } from '../../src/exercise/answer.ts';
import { make } from '../../src/make.ts';
import { equivalent } from '../../src/math/expression/equivalent.ts';
import { parse } from '../../src/math/expression/parse.ts';
import { rational } from '../../src/math/rational.ts';
import { PAIRS, type Pair } from '../math/expression/pairs.ts';
import { median, shown, timed } from './timing.ts';

const EXERCISES = Number(process.argv[2] ?? 500);

benchExercises();
benchEquality();

function benchExercises(): void {
  console.log(`Exercises made and verified (${EXERCISES} seeds a level)`);
  const rows = [...generatorFiles.values()].flatMap(generator =>
    generator.levels.map((_, i) => {
      const timing = timed(EXERCISES, k => make(generator, i + 1, `bench:${k}`));
      const perSecond = Math.round(1000 / timing.median);
      console.log(
        `${generator.id.padEnd(44)} level ${i + 1}  median ${shown(timing.median)}  slowest ${shown(timing.slowest)}  ${String(perSecond).padStart(7)} a second`,
      );
      return timing;
    }),
  );
  const middle = median(rows.map(row => row.median));
  const slowest = Math.max(...rows.map(row => row.median));
  console.log(
    `All ${rows.length} levels: median ${shown(middle)} (budget 0.1 ms, ${(middle / 0.1).toFixed(2)} of it), slowest level ${shown(slowest)} (budget 5 ms)\n`,
  );
}

function benchEquality(): void {
  const cases = PAIRS.map(({ left, right, domains = {} }) => ({ left, right, domains: exactDomains(domains) }));
  const times = cases.map(pair => timed(50, () => decide(pair)).median);
  const middle = median(times);
  const slowest = Math.max(...times);
  console.log(`Equality of ${PAIRS.length} pairs of typed expressions, parse included`);
  console.log(`median ${shown(middle)} (${Math.round(1000 / middle)} a second), slowest pair ${shown(slowest)}`);
}

function decide({ left, right, domains }: { readonly left: string; readonly right: string; readonly domains: Domains }): boolean {
  const [a, b] = [parse(left), parse(right)];
  return a.ok && b.ok && equivalent(a.value, b.value, { domains }).equal;
}

function exactDomains(domains: NonNullable<Pair['domains']>): Domains {
  const exact = (end: string | null) => (end === null ? null : rational(end));
  return Object.fromEntries(Object.entries(domains).map(([name, [low, high]]) => [name, [exact(low), exact(high)]]));
}
