// A skill's golden files: a page that a person can read, and digests over numbers and keys that must never change.
import { createHash } from 'node:crypto';
import { writeAs, writeKey } from '../src/answers/kinds.ts';
import type { Answer } from '../src/exercise/answer.ts';
import type { Exercise, Generator } from '../src/exercise/generator.ts';
import { plain } from '../src/exercise/text.ts';
import { describe } from '../src/figures/describe.ts';
import { exactKey, make } from '../src/make.ts';

const SHOWN = 3;
const DIGESTED = 100;

/** Three exercises a level, as a learner and a reviewer see them. */
export function goldenPage(generator: Generator): string {
  const levels = generator.levels.map(({ says, par }, i) => {
    const exercises = seeds('golden', SHOWN).map(seed => exerciseSection(make(generator, i + 1, seed)));
    return `## Level ${i + 1}: ${says} (par ${par} s)\n\n${exercises.join('\n')}`;
  });
  return `# ${generator.title}\n\n${generator.id}, version ${generator.version}. ${generator.why}\n\n${levels.join('\n')}`;
}

/** `id@version/level digest` for each level, over the given numbers and the keys of many seeds, never over words. */
export function digestLines(generator: Generator): string[] {
  return generator.levels.map((_, i) => {
    const hash = createHash('sha256');
    for (const seed of seeds('digest', DIGESTED)) {
      const exercise = make(generator, i + 1, seed);
      hash.update(JSON.stringify([seed, exercise.given, exercise.answers.map(exactKey)]));
    }
    return `${generator.id}@${generator.version}/${i + 1} ${hash.digest('hex').slice(0, 32)}`;
  });
}

function exerciseSection(exercise: Exercise): string {
  const figures = (exercise.figures ?? []).map(figure => `[Figure: ${describe(figure)}]\n`);
  const joint = (exercise.jointMistakes ?? []).map(
    ({ wrong, says }) =>
      `- ${exercise.answers.map((answer, i) => `\`${writeAs(answer, wrong[i] ?? answer.key)}\``).join(' and ')}: ${plain(says)}\n`,
  );
  return [
    `### ${exercise.seed}\n\n${plain(exercise.statement)}\n\n`,
    ...figures,
    ...exercise.answers.map(answerLines),
    ...joint,
    '\nHints\n',
    ...exercise.hints.map((hint, i) => `${i + 1}. ${plain(hint)}\n`),
    '\nSolution\n',
    ...exercise.solution.map((line, i) => `${i + 1}. ${plain(line)}\n`),
  ].join('');
}

function answerLines(answer: Answer): string {
  const options = 'options' in answer ? answer.options.map(({ id, text }) => `  - (${id}) ${plain(text)}\n`).join('') : '';
  const tolerance = answer.kind === 'real' && answer.tolerance ? ` within ${answer.tolerance}` : '';
  const mistakes = answer.mistakes.map(({ wrong, says }) => `- \`${writeAs(answer, wrong)}\`: ${plain(says)}\n`);
  return `${plain(answer.label)} **\`${writeKey(answer)}\`** (${answer.kind}${tolerance})\n${options}${mistakes.join('')}`;
}

function seeds(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${name}:${i}`);
}
