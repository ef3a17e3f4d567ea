// What holds for every level of every skill, as tests.
import katex from 'katex';
import { beforeAll, describe, expect, it } from 'vitest';
import { PLAN, topicsOf } from '../../scripts/catalog-index.ts';
import { grade } from '../../src/answers/grade.ts';
import { writeAs, writeKey } from '../../src/answers/kinds.ts';
import type { Answer } from '../../src/exercise/answer.ts';
import type { Exercise, Generator } from '../../src/exercise/generator.ts';
import { plain, spoken, type Text } from '../../src/exercise/text.ts';
import { describe as describeFigure } from '../../src/figures/describe.ts';
import { make, rebuild, wronglyAccepted } from '../../src/make.ts';

const SEEDS = Array.from({ length: 200 }, (_, i) => `contract:${i}`);
const FEW = 10;

/** Registers the tests of one skill. */
export function generatorContract(id: string, generator: Generator): void {
  it('is filed under its id and says what it is', () => {
    expect(generator.id).toBe(id);
    expect(generator.version).toBeGreaterThan(0);
    for (const words of [generator.title, generator.why]) expect(words.length).toBeGreaterThan(2);
    expect(topicsOf(id.split('/')[0] ?? '')).toContain(generator.bullet);
    expect(generator.needs).not.toContain(id);
    expect(generator.levels.length).toBeGreaterThan(0);
  });
  for (const level of generator.levels.keys()) describe(`level ${level + 1}`, () => levelContract(generator, level + 1));
}

function levelContract(generator: Generator, level: number): void {
  let exercises: readonly Exercise[] = [];
  let few: readonly Exercise[] = [];
  beforeAll(() => {
    exercises = SEEDS.map(seed => make(generator, level, seed));
    few = exercises.slice(0, FEW);
  });

  it('gives the same exercise for the same seed, all of it from given, which survives JSON', () => {
    for (const exercise of few) {
      expect(JSON.stringify(make(generator, level, exercise.seed))).toBe(JSON.stringify(exercise));
      const given = JSON.parse(JSON.stringify(exercise.given));
      expect(given).toEqual(exercise.given);
      expect(JSON.stringify(rebuild(generator, level, exercise.seed, given))).toBe(JSON.stringify(exercise));
    }
  });

  it('refuses every near miss and every mistake as a key', () => {
    for (const exercise of exercises)
      expect(wronglyAccepted(generator, exercise), JSON.stringify(exercise.given)).toBeUndefined();
  });

  it('grades the written key right and each mistake wrong with its own words', () => {
    for (const exercise of exercises) {
      const keys = exercise.answers.map(writeKey);
      expect(grade(exercise, keys), keys.join(' ; ')).toMatchObject({ verdict: 'right', credit: 1 });
      for (const [part, answer] of exercise.answers.entries()) {
        for (const { wrong, says } of answer.mistakes) {
          const typed = keys.with(part, writeAs(answer, wrong));
          expect(grade(exercise, typed).parts[part], typed.join(' ; ')).toMatchObject({ verdict: 'wrong', says });
        }
      }
      for (const { wrong, says } of exercise.jointMistakes ?? []) {
        const typed = exercise.answers.map((answer, i) => writeAs(answer, wrong[i] ?? answer.key));
        const parts = grade(exercise, typed).parts.filter(part => part.verdict === 'wrong');
        expect(parts.length, typed.join(' ; ')).toBeGreaterThan(0);
        for (const part of parts) expect(part.says).toEqual(says);
      }
    }
  });

  it('lays a mistake at the door of a prerequisite only', () => {
    const [before, blamed] = [prerequisitesOf(generator.id), few.flatMap(({ answers }) => answers.flatMap(blamedBy))];
    expect(blamed.filter(skill => !before.has(skill))).toEqual([]);
  });

  it('has at least 50 different exercises, and three hints at most that climb to a worked solution', () => {
    const enough = generator.levels[level - 1]?.few ? 2 : 50;
    expect(new Set(exercises.map(({ given }) => JSON.stringify(given))).size).toBeGreaterThanOrEqual(enough);
    for (const { hints, solution, answers } of few) {
      expect(hints.length).toBeGreaterThanOrEqual(2);
      expect(hints.length).toBeLessThanOrEqual(3);
      expect(solution.length).toBeGreaterThanOrEqual(2);
      expect(answers.some(answer => answer.mistakes.length > 0)).toBe(true);
    }
  });

  it('shows nothing broken: KaTeX takes all formulas, and no sign of a bug or of careless writing', () => {
    for (const exercise of exercises) {
      for (const text of textsOf(exercise)) expect(flaw(text), plain(text)).toBeUndefined();
      expect(words(exercise.statement).length, plain(exercise.statement)).toBeLessThanOrEqual(300);
    }
    for (const exercise of few) for (const text of textsOf(exercise)) expectRenders(text);
  });
}

/** All that a learner can come to see or hear. */
function textsOf(exercise: Exercise): readonly Text[] {
  const answers = exercise.answers.flatMap(answer => [
    answer.label,
    ...answer.mistakes.map(mistake => mistake.says),
    ...('options' in answer ? answer.options.map(option => option.text) : []),
  ]);
  const joint = (exercise.jointMistakes ?? []).map(mistake => mistake.says);
  const figures = (exercise.figures ?? []).map(figure => [describeFigure(figure)]);
  return [exercise.statement, ...exercise.hints, ...exercise.solution, ...answers, ...joint, ...figures];
}

const BUGS = /undefined|NaN|\[object|null\b/;
/** `+ -3`, `- -3`, `--`, `1x`, `0y`, two signs in a row. */
const CARELESS = /[+-]\s*[+-]\s*\d|\+\s*-|--|(?<![\d.{,}a-zA-Z_])[01](?:[a-zA-Z]|\\(?:pi|theta|sqrt|ln|sin|cos|beta)\b)/;

function flaw(text: Text): string | undefined {
  for (const part of text) {
    const source = typeof part === 'string' ? part : part.tex;
    if (BUGS.test(source)) return 'bug';
    if (typeof part === 'string' && /[$\\]/.test(part)) return 'TeX in words';
    if (typeof part !== 'string' && CARELESS.test(part.tex)) return `careless: ${part.tex}`;
    if (typeof part !== 'string' && part.speech.trim() === '') return `no speech: ${part.tex}`;
  }
  return BUGS.test(spoken(text)) ? 'bug in speech' : undefined;
}

function words(text: Text): string {
  return text.filter(part => typeof part === 'string').join('');
}

function expectRenders(text: Text): void {
  for (const part of text) {
    if (typeof part === 'string') continue;
    expect(() => katex.renderToString(part.tex, { strict: 'error', throwOnError: true }), part.tex).not.toThrow();
  }
}

const blamedBy = ({ mistakes }: Answer): readonly string[] => mistakes.flatMap(({ of }) => of ?? []);

function prerequisitesOf(id: string, found = new Set<string>()): ReadonlySet<string> {
  for (const need of PLAN[id]?.needs ?? []) if (!found.has(need)) prerequisitesOf(need, found.add(need));
  return found;
}
