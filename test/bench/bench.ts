// `npm run bench [exercises]`: exercises made and verified, level by level, then our grader beside other systems.
import { generatorFiles } from '../../scripts/all-generators.ts';
import { make } from '../../src/make.ts';
import { benchBesidePeers } from './beside-peers.ts';
import { median, shown, timed } from './timing.ts';

const EXERCISES = Number(process.argv[2] ?? 500);

benchExercises();
benchBesidePeers();

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
