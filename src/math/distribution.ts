// Finite probability distributions with exact probabilities.
import { type SetElementLike, toElement } from './finite-set.ts';
import type { Printable } from './printable.ts';
import { ONE, Rational, type RationalLike, rational, sum, ZERO } from './rational.ts';
import {
  type ElementJSON,
  elementJSON,
  elementSpeech,
  elementTeX,
  elementText,
  isTuple,
  type SetElement,
} from './set-element.ts';

export interface DistributionJSON {
  readonly probabilities: readonly string[];
  readonly outcomes: readonly ElementJSON[];
}

export class FiniteDistribution implements Printable {
  /** In the order in which they were given; numbers, words or tuples. */
  readonly outcomes: readonly SetElement[];
  readonly probabilities: readonly Rational[];

  private constructor(probabilities: readonly Rational[], outcomes: readonly SetElement[]) {
    this.probabilities = probabilities;
    this.outcomes = outcomes;
  }

  /** Outcomes are 1, 2, … where none are named. Throws on a sum other than 1, a negative probability or a repeated outcome. */
  static of(probabilities: readonly RationalLike[], outcomes?: readonly SetElementLike[]): FiniteDistribution {
    const weights = probabilities.map(Rational.from);
    const named = (outcomes ?? weights.map((_, i) => i + 1)).map(toElement);
    if (named.length !== weights.length) throw new RangeError(`${weights.length} probabilities for ${named.length} outcomes`);
    if (new Set(named.map(elementText)).size < named.length) throw new RangeError('an outcome is listed twice');
    if (weights.some(weight => weight.sign() < 0)) throw new RangeError('a negative probability');
    if (!sum(weights).equals(ONE)) throw new RangeError(`probabilities with sum ${sum(weights)}`);
    return new FiniteDistribution(weights, named);
  }

  static uniform(outcomes: readonly SetElementLike[]): FiniteDistribution {
    return FiniteDistribution.of(
      outcomes.map(() => rational(1, outcomes.length)),
      outcomes,
    );
  }

  /** Over the pairs (row outcome, column outcome), from a table of probabilities. Throws where its shape is another. */
  static joint(
    table: readonly (readonly RationalLike[])[],
    rows: readonly SetElementLike[],
    columns: readonly SetElementLike[],
  ): FiniteDistribution {
    const fits = table.length === rows.length && table.every(row => row.length === columns.length);
    if (!fits) throw new RangeError(`no joint table of ${rows.length} by ${columns.length} probabilities`);
    const pairs = rows.flatMap(row => columns.map(column => [row, column]));
    return FiniteDistribution.of(table.flat(), pairs);
  }

  get size(): number {
    return this.outcomes.length;
  }

  /** 0 for what is no outcome. */
  probability(outcome: SetElementLike): Rational {
    const text = elementText(toElement(outcome));
    return this.probabilities[this.outcomes.findIndex(other => elementText(other) === text)] ?? ZERO;
  }

  /** The probability that the event holds. */
  probabilityThat(event: (outcome: SetElement) => boolean): Rational {
    return sum(this.probabilities.filter((_, i) => event(this.#outcome(i))));
  }

  /** E f(X); without f the outcomes have to be numbers. */
  expectation(f: (outcome: SetElement, i: number) => RationalLike = asNumber): Rational {
    return sum(this.probabilities.map((weight, i) => weight.times(f(this.#outcome(i), i))));
  }

  /** E f(X)² - (E f(X))². */
  variance(f: (outcome: SetElement, i: number) => RationalLike = asNumber): Rational {
    const square = this.expectation((outcome, i) => Rational.from(f(outcome, i)).power(2));
    return square.minus(this.expectation(f).power(2));
  }

  /** The outcomes with positive probability. */
  support(): readonly SetElement[] {
    return this.outcomes.filter((_, i) => !this.#probability(i).isZero());
  }

  /** The independent joint distribution over pairs. */
  product(other: FiniteDistribution): FiniteDistribution {
    const pairs = this.outcomes.flatMap(first => other.outcomes.map(second => [first, second]));
    const weights = this.probabilities.flatMap(first => other.probabilities.map(second => first.times(second)));
    return new FiniteDistribution(weights, pairs);
  }

  /** The distribution of f(X); outcomes in the order in which they first appear. */
  image(f: (outcome: SetElement) => SetElementLike): FiniteDistribution {
    const weights = new Map<string, { outcome: SetElement; weight: Rational }>();
    this.outcomes.forEach((outcome, i) => {
      const target = toElement(f(outcome));
      const before = weights.get(elementText(target))?.weight ?? ZERO;
      weights.set(elementText(target), { outcome: target, weight: before.plus(this.#probability(i)) });
    });
    const entries = [...weights.values()];
    return new FiniteDistribution(
      entries.map(({ weight }) => weight),
      entries.map(({ outcome }) => outcome),
    );
  }

  /** The distribution of one coordinate, counted from 0. Throws where an outcome is no tuple that has it. */
  marginal(position: number): FiniteDistribution {
    return this.image(outcome => coordinate(outcome, position));
  }

  /** Given that the event holds: only its outcomes remain. Throws where its probability is 0. */
  condition(event: (outcome: SetElement) => boolean): FiniteDistribution {
    const total = this.probabilityThat(event);
    if (total.isZero()) throw new RangeError('a condition with probability 0');
    const kept = this.outcomes.flatMap((outcome, i) => (event(outcome) ? [i] : []));
    return new FiniteDistribution(
      kept.map(i => this.#probability(i).over(total)),
      kept.map(i => this.#outcome(i)),
    );
  }

  /** The same outcomes with the same probabilities, in any order; outcomes with probability 0 don't count. */
  equals(other: FiniteDistribution): boolean {
    const covers = (a: FiniteDistribution, b: FiniteDistribution) =>
      a.outcomes.every(outcome => a.probability(outcome).equals(b.probability(outcome)));
    return covers(this, other) && covers(other, this);
  }

  /** A table of outcomes and probabilities. */
  toTeX(): string {
    const line = (label: string, cells: string[]) => [label, ...cells].join(' & ');
    const head = line('x', this.outcomes.map(elementTeX));
    const body = line(
      'p(x)',
      this.probabilities.map(weight => weight.toTeX()),
    );
    return `\\begin{array}{c|${'c'.repeat(this.size)}}${head} \\\\ \\hline ${body}\\end{array}`;
  }

  /** The probabilities as a vector; outcomes have no place in what a learner types. */
  toString(): string {
    return `(${this.probabilities.join(', ')})`;
  }

  toSpeech(): string {
    const cells = this.outcomes.map((outcome, i) => `${this.#probability(i).toSpeech()} for ${elementSpeech(outcome)}`);
    return `the distribution with probability ${cells.join(', ')}`;
  }

  toJSON(): DistributionJSON {
    return { probabilities: this.probabilities.map(String), outcomes: this.outcomes.map(elementJSON) };
  }

  #outcome(i: number): SetElement {
    return this.outcomes[i] ?? ZERO;
  }

  #probability(i: number): Rational {
    return this.probabilities[i] ?? ZERO;
  }
}

/** Throws where the outcome is no tuple with this coordinate, counted from 0. */
export function coordinate(outcome: SetElement, position: number): SetElement {
  const part = isTuple(outcome) ? outcome[position] : undefined;
  if (part === undefined) throw new RangeError(`no coordinate ${position} in ${elementText(outcome)}`);
  return part;
}

function asNumber(outcome: SetElement): Rational {
  if (outcome instanceof Rational) return outcome;
  throw new RangeError(`${elementText(outcome)} is no number`);
}
