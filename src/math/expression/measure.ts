// The value of a tree in doubles with a bound of its error.
import type { Rational } from '../rational.ts';
import { writtenRational } from './exponent.ts';
import { broken, E, type Measured, measuredRational, negated, ONE, over, PI, plus, times, UNKNOWN, ZERO } from './measured.ts';
import { applied } from './measured-functions.ts';
import { toRational, toReal } from './measured-powers.ts';
import type { Expression } from './tree.ts';

type At = ReadonlyMap<string, Rational>;

/** The point must give every variable; one that it leaves out makes the whole unknown. */
export function measure(e: Expression, point: At): Measured {
  switch (e.kind) {
    case 'number':
      return measuredRational(e.value);
    case 'constant':
      return e.name === 'pi' ? PI : e.name === 'e' ? E : UNKNOWN;
    case 'variable':
      return measuredAt(point, e.name);
    case 'add':
      return joined(e.terms, point, ZERO, plus);
    case 'multiply':
      return joined(e.factors, point, ONE, times);
    case 'divide':
      return over(measure(e.numerator, point), measure(e.denominator, point));
    case 'negate':
      return negated(measure(e.operand, point));
    case 'power':
      return raised(measure(e.base, point), e.exponent, point);
    case 'call':
      return applied(
        e.name,
        e.args.map(arg => measure(arg, point)),
      );
  }
}

function measuredAt(point: At, name: string): Measured {
  const value = point.get(name);
  return value === undefined ? UNKNOWN : measuredRational(value);
}

function joined(
  parts: readonly Expression[],
  point: At,
  start: Measured,
  join: (a: Measured, b: Measured) => Measured,
): Measured {
  let total = start;
  for (const part of parts) total = join(total, measure(part, point));
  return total;
}

function raised(base: Measured, exponent: Expression, point: At): Measured {
  const exact = writtenRational(exponent);
  if (exact !== undefined) return toRational(base, exact);
  const by = measure(exponent, point);
  return broken(base, by) ?? toReal(base, by);
}
