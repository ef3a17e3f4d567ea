// The generators of a normal form: variables, and functions of normal forms that count as new letters.

import { MultiPolynomial, OutOfBounds } from './multi-polynomial.ts';
import { RationalFunction } from './rational-function.ts';
import type { FunctionName } from './tree.ts';

/** `exp`, `sin` … of an argument; `lnabs` is ln|·|; `root` and `power` carry a degree or an exponent. */
export type KernelName = 'variable' | 'pi' | 'root' | 'power' | 'lnabs' | FunctionName;

interface Kernel {
  readonly name: KernelName;
  /** A variable's name, a root's degree. */
  readonly tag: string;
  readonly args: readonly RationalFunction[];
}

interface Relation {
  readonly generator: number;
  readonly power: number;
  readonly by: MultiPolynomial;
}

/** Grows while two expressions are brought into the same form; equal kernels share a generator. */
export class Kernels {
  private readonly list: Kernel[] = [];
  private readonly relations: Relation[] = [];

  kernel(index: number): Kernel | undefined {
    return this.list[index];
  }

  generator(name: KernelName, tag: string, ...args: readonly RationalFunction[]): RationalFunction {
    const known = this.list.findIndex(kernel => kernel.name === name && kernel.tag === tag && haveSameForms(kernel.args, args));
    if (known >= 0) return RationalFunction.generator(known);
    const generator = RationalFunction.generator(this.list.length);
    this.list.push({ name, tag, args });
    if (args[0]) this.relate(name, Number(tag), args[0]);
    return generator;
  }

  /** sin² = 1 − cos², root^n = radicand, |p|² = p². */
  private relate(name: KernelName, degree: number, arg: RationalFunction): void {
    const generator = this.list.length - 1;
    if (name === 'root' && arg.isPolynomial()) this.relations.push({ generator, power: degree, by: arg.numerator });
    if (name === 'abs' && arg.isPolynomial()) this.relations.push({ generator, power: 2, by: arg.numerator.power(2) });
    if (name === 'sin') {
      const cosine = this.generator('cos', '', arg).numerator;
      this.relations.push({ generator, power: 2, by: MultiPolynomial.constant(1).minus(cosine.power(2)) });
    }
  }

  /** Zero where both forms are seen to be equal, by the relations too; undefined where that outgrows its bounds. */
  difference(a: RationalFunction, b: RationalFunction): MultiPolynomial | undefined {
    try {
      return this.relations.reduceRight(
        (rest, { generator, power, by }) => (rest.isZero() ? rest : rest.reduced(generator, power, by)),
        a.crossDifference(b),
      );
    } catch (error) {
      if (error instanceof OutOfBounds) return undefined;
      throw error;
    }
  }
}

function haveSameForms(a: readonly RationalFunction[], b: readonly RationalFunction[]): boolean {
  return a.every((form, i) => b[i] !== undefined && form.equals(b[i]));
}
