// Integers for fast exact arithmetic: doubles while those are exact, bigints beyond. Equal ones are ===, so neither -0 nor a
// bigint that a double could hold ever occurs.
export type Whole = number | bigint;

/** The same integer in the form that it is kept in. */
export function narrowed(value: bigint): Whole {
  const near = Number(value);
  return Number.isSafeInteger(near) ? near : value;
}

// A sum or product that rounds to a safe integer is exact: what lies beyond rounds to 2^53 at least.

export function plus(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const total = a + b;
    if (Number.isSafeInteger(total)) return total;
  }
  return narrowed(BigInt(a) + BigInt(b));
}

export function times(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return narrowed(BigInt(a) * BigInt(b));
}

/** The quotient of an integer and one of its divisors. */
export function over(a: Whole, divisor: Whole): Whole {
  if (typeof a === 'number' && typeof divisor === 'number') return a / divisor + 0;
  return narrowed(BigInt(a) / BigInt(divisor));
}

/** The rest of a division by a positive integer, with the sign of the dividend. */
export function remainder(a: Whole, divisor: number): number {
  return typeof a === 'number' ? (a % divisor) + 0 : Number(a % BigInt(divisor));
}

export function negated(a: Whole): Whole {
  return typeof a === 'number' ? 0 - a : narrowed(-a);
}

/** The exponent is not negative. */
export function power(a: Whole, exponent: number): Whole {
  let result: Whole = 1;
  for (let square = a, rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = times(result, square);
    if (rest > 1) square = times(square, square);
  }
  return result;
}

/** Never negative; of two zeros 0. Euclid's algorithm, in doubles as soon as both fit. */
export function greatestCommonDivisor(a: Whole, b: Whole): Whole {
  if (typeof a === 'bigint' || typeof b === 'bigint') return largeDivisor(BigInt(a), BigInt(b));
  let divisor = Math.abs(a);
  for (let rest = Math.abs(b); rest !== 0; ) {
    const next = divisor % rest;
    divisor = rest;
    rest = next;
  }
  return divisor;
}

function largeDivisor(a: bigint, b: bigint): Whole {
  let divisor = a < 0n ? -a : a;
  let rest = b < 0n ? -b : b;
  while (rest > MAX_SAFE) {
    const next = divisor % rest;
    divisor = rest;
    rest = next;
  }
  return rest === 0n ? narrowed(divisor) : greatestCommonDivisor(Number(rest), Number(divisor % rest));
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);
