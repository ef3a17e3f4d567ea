// Union, intersection, difference and complement: of given sets, in longer expressions, as identities, and solved for an unknown set.
import {
  answer,
  display,
  type FiniteSet,
  finiteSet,
  generator,
  level,
  list,
  MEMBERSHIP,
  math,
  mistake,
  type Rng,
  say,
  setTeX,
  setValue,
  subsetsOf,
  type Text,
} from '#kit';

export default generator({
  id: 'set-theory/set-operations',
  version: 1,
  title: 'Union, intersection, difference, complement',
  bullet: 'Sets, Classification and Partitions',
  why: 'Filtering, joining and removing duplicates are set operations; hits and false alarms are intersections and differences.',
  needs: [],
  levels: [
    level({
      says: 'union or intersection of two sets',
      par: 20,
      pick(rng) {
        const [a = [], b = []] = drawSets(rng, 2, 10);
        return { scene: rng.int(0, BOTH.length - 1), op: rng.pick(['∪', '∩'] as const), a, b };
      },
      ask({ scene, op, a, b }) {
        const [A, B] = [finiteSet(a), finiteSet(b)];
        const { text, ...questions } = BOTH[scene] ?? BOTH[0];
        const isUnion = op === '∪';
        const [union, common, exactlyOne] = [A.union(B), A.intersection(B), A.symmetricDifference(B)];
        return {
          statement: say`${text}${rosters({ A, B })} ${questions[op]}`,
          answers: [
            answer.set({
              key: isUnion ? union : common,
              mistakes: isUnion
                ? [
                    mistake(common)`Those are the elements in both sets. Collect what is in at least one of them.`,
                    mistake(exactlyOne)`You left out what the sets have in common. It belongs to the union too.`,
                    mistake(A)`That is one of the sets. Add the elements of the other.`,
                    mistake(B)`That is one of the sets. Add the elements of the other.`,
                  ]
                : [
                    mistake(union)`You collected both sets. Keep only what is in both of them.`,
                    mistake(exactlyOne)`Those are in exactly one of the sets. Keep what is in both of them.`,
                    mistake(A.difference(B))`Those are in the first set alone. Keep what is in both of them.`,
                  ],
            }),
          ],
          hints: [
            isUnion
              ? say`“At least one” is the union ${math`A \cup B`}: all elements of the two sets together.`
              : say`“Both” is the intersection ${math`A \cap B`}: the elements that the two sets share.`,
            isUnion
              ? say`Take all of ${math`A`}, then add what ${math`B`} has besides.`
              : say`Go through ${math`A`} and keep each element that is in ${math`B`} too.`,
            isUnion
              ? say`What ${math`B`} has besides is ${B.difference(A)}.`
              : say`The element ${a[0] ?? 0} of ${math`A`} ${b.includes(a[0] ?? 0) ? 'is' : 'is not'} in ${math`B`}.`,
          ],
          solution: isUnion
            ? [say`${math`B`} has ${B.difference(A)} besides ${math`A`}.`, say`So ${math`A \cup B = ${union}`}.`]
            : [say`Not in ${math`B`}, so they go: ${A.difference(B)}.`, say`So ${math`A \cap B = ${common}`}.`],
        };
      },
      verify: ({ op, a, b }, [key]) => holdsExactly(key, 10, { A: a, B: b }, `A ${op} B`),
    }),

    level({
      says: 'difference and complement',
      par: 40,
      pick(rng) {
        const size = rng.pick([8, 9, 10]);
        const [a = [], b = []] = drawSets(rng, 2, size);
        const [difference, inverted] = [rng.pick(['A \\ B', 'B \\ A']), rng.pick(['A', 'B'])];
        const isWhole = finiteSet([...a, ...b]).size === size;
        return isWhole ? undefined : { scene: rng.int(0, FLAGGED.length - 1), size, a, b, difference, inverted };
      },
      ask({ scene, size, a, b, difference, inverted }) {
        const [A, B, U] = [finiteSet(a), finiteSet(b), upTo(size)];
        const [from, away] = difference.startsWith('A') ? [A, B] : [B, A];
        const [turned, other] = inverted === 'A' ? [A, B] : [B, A];
        const [x, y] = [difference.slice(0, 1), difference.slice(-1)];
        return {
          statement: say`${FLAGGED[scene] ?? FLAGGED[0]} The universe is ${math`U = \{1, 2, \ldots, ${size}\}`}.${rosters({ A, B })} Find the difference and the complement.`,
          answers: [
            answer.set({
              label: say`${math`${shown(difference)} =`}`,
              key: from.difference(away),
              mistakes: [
                mistake(
                  away.difference(from),
                )`That is ${shown(`${y} \\ ${x}`)}. The set before the sign is the one to take from.`,
                mistake(from.intersection(away))`Those are the elements in both sets, just the ones to remove.`,
                mistake(from.symmetricDifference(away))`Those are in exactly one of the sets. Take from the first set only.`,
              ],
            }),
            answer.set({
              label: say`${math`${inverted}^c =`}`,
              key: turned.complementIn(U),
              mistakes: [
                mistake(turned)`That is ${math`${inverted}`} itself. Take what is in ${math`U`} but not in it.`,
                mistake(other.complementIn(U))`That is the complement of the other set.`,
                mistake(other.difference(turned))`You looked only in the other set. Look through all of ${math`U`}.`,
              ],
            }),
          ],
          hints: [
            say`${math`A \setminus B`} holds what is in ${math`A`} but not in ${math`B`}; ${math`A^c = U \setminus A`} holds what is in ${math`U`} but not in ${math`A`}.`,
            say`Cross out in the first set what the second one has, and in ${math`U`} what ${math`${inverted}`} has.`,
            say`From ${math`${x}`}, cross out ${from.intersection(away)}.`,
          ],
          solution: [
            say`${math`${x}`} and ${math`${y}`} share ${from.intersection(away)}. Without them: ${math`${shown(difference)} = ${from.difference(away)}`}.`,
            say`From ${math`1`} to ${size}, without ${turned}: ${math`${inverted}^c = ${turned.complementIn(U)}`}.`,
          ],
        };
      },
      verify: ({ size, a, b, difference, inverted }, [first, second]) =>
        holdsExactly(first, size, { A: a, B: b }, difference) && holdsExactly(second, size, { A: a, B: b }, `${inverted}ᶜ`),
    }),

    level({
      says: 'three sets and brackets',
      par: 60,
      pick(rng) {
        const [a = [], b = [], c = []] = drawSets(rng, 3, 10);
        const [x = '', y = '', z = ''] = rng.shuffle(['A', 'B', 'C']);
        const [p, q, op] = [rng.pick(OPS), rng.pick(OPS), rng.pick(OPS)];
        const parts = [`(${x} ${p} ${y})`, rng.pick([`(${y} ${q} ${z})`, z])];
        const [left = '', right = ''] = rng.shuffle(parts);
        const given = { a, b, c, left, op, right };
        const values = [compound(given), ...compoundMistakes(given).map(({ wrong }) => wrong)];
        const isMixed = op !== p && (right.length === 1 || left.length === 1 || p !== q);
        const isClear = isMixed && values.every((value, i) => values.findIndex(other => other.equals(value)) === i);
        const size = compound(given).size;
        return isClear && size > 0 && size < 10 ? given : undefined;
      },
      ask(given) {
        const { left, op, right } = given;
        const [first, second, key] = [compoundPart(given, left), compoundPart(given, right), compound(given)];
        const whole = `${left} ${op} ${right}`;
        const steps = [left, right].flatMap((part, i) =>
          part.length > 1 ? [say`${math`${shown(part.slice(1, -1))} = ${i === 0 ? first : second}`}.`] : [],
        );
        return {
          statement: say`Find ${shown(whole)}.${rosters({ A: finiteSet(given.a), B: finiteSet(given.b), C: finiteSet(given.c) })}`,
          answers: [answer.set({ key, mistakes: compoundMistakes(given) })],
          hints: [
            say`${math`\cup`} collects both sides, ${math`\cap`} keeps what is on both, ${math`\setminus`} takes the right side away from the left.`,
            say`Work out the brackets first. Then combine the two sides.`,
            steps[0] ?? say``,
          ],
          solution: [...steps, say`So ${math`${shown(whole)} = ${key}`}.`],
        };
      },
      verify: ({ a, b, c, left, op, right }, [key]) => holdsExactly(key, 10, { A: a, B: b, C: c }, `${left} ${op} ${right}`),
    }),

    level({
      says: 'expressions that are always equal (De Morgan)',
      par: 60,
      pick(rng) {
        const family = rng.int(0, FAMILIES.length - 1);
        const { claim, naive, others } = FAMILIES[family] ?? FAMILIES[0];
        const letters = rng.shuffle(['A', 'B', 'C']);
        const named = (text: string) => text.replace(/[XYZ]/g, letter => letters['XYZ'.indexOf(letter)] ?? '');
        const options = rng.shuffle([naive, ...rng.sample(others, 3)]).map(named);
        const same = options.filter(option => witness(named(claim), option) === undefined);
        return same.length > 0 ? { family, claim: named(claim), naive: named(naive), options } : undefined;
      },
      ask({ family, claim, naive, options }) {
        const { says } = FAMILIES[family] ?? FAMILIES[0];
        const ids = ['a', 'b', 'c', 'd'].slice(0, options.length);
        const key = ids.filter((_, i) => witness(claim, options[i] ?? '') === undefined);
        const trap = ids[options.indexOf(naive)] ?? '';
        const sets = ['A', 'B', 'C'].filter(name => claim.includes(name)).map(name => math`${name}`);
        const usesTriangle = [claim, ...options].join('').includes('△');
        return {
          statement: say`Which of these are equal to ${shown(claim)} for all sets ${list(sets)} in a universe ${math`U`}? Choose all that are.`,
          answers: [
            answer.several({
              key,
              options: options.map((option, i) => ({ id: ids[i] ?? '', text: say`${shown(option)}` })),
              mistakes: [mistake([...key, trap])`${says}`, mistake([trap])`${says}`],
            }),
          ],
          hints: [
            say`De Morgan: ${math`(A \cup B)^c = A^c \cap B^c`} and ${math`(A \cap B)^c = A^c \cup B^c`}. Also ${math`A \setminus B = A \cap B^c`}.${usesTriangle ? say` ${math`A \triangle B`} holds what is in exactly one of them.` : ''}`,
            say`An element can be inside or outside each set. For every such case, ask whether it belongs to each expression. Equal expressions always agree.`,
            say`Begin with an element that is in ${math`${claim.match(/[ABC]/)?.[0] ?? 'A'}`} only.`,
          ],
          solution: options.map(option => compared(claim, option)),
        };
      },
      // The eight regions of a Venn diagram: both expressions as sets of regions.
      verify({ claim, options }, [key]) {
        const regions = upTo(8);
        const within = (letter: string) => regions.filter(region => PATTERNS[Number(region) - 1]?.includes(letter) ?? false);
        const [wanted, ...found] = [claim, ...options].map(text => setValue(text, within, subsetsOf(regions)));
        const right = found.flatMap((value, i) => (wanted?.equals(value) ? ['abcd'.charAt(i)] : []));
        return right.length === key.length && right.every(id => key.includes(id));
      },
    }),

    level({
      says: 'an equation solved for a set',
      par: 40,
      pick(rng) {
        const [a = [], b = []] = drawSets(rng, 2, 10);
        const kind = rng.pick(['toggle', 'toggle', 'add', 'remove'] as const);
        const [A, B] = [finiteSet(a), finiteSet(b)];
        if (kind === 'toggle') return { kind, a, b };
        return kind === 'add' ? { kind, a, b: numbers(A.union(B)) } : { kind, a: numbers(A.union(B)), b };
      },
      ask({ kind, a, b }) {
        const [A, B] = [finiteSet(a), finiteSet(b)];
        const { text, equation, rule, method } = EQUATIONS[kind];
        const key = A.symmetricDifference(B);
        return {
          statement: say`${text} Find ${math`X`}. ${display(math`${equation}`)}${rosters({ A, B })}`,
          answers: [
            answer.set({
              label: say`${math`X =`}`,
              key,
              mistakes: [
                ...(kind === 'toggle'
                  ? [
                      mistake(B.difference(A))`That adds what is missing. What ${math`A`} has and ${math`B`} lacks changes too.`,
                      mistake(A.difference(B))`That takes away what ${math`B`} lacks. What is missing in ${math`A`} changes too.`,
                    ]
                  : []),
                mistake(A.intersection(B))`Those are the elements that stay as they are. ${math`X`} holds those that change.`,
                mistake(A.union(B))`Among these are elements that stay as they are. ${math`X`} holds those that change.`,
              ],
            }),
          ],
          hints: [
            say`${rule}`,
            method,
            say`${math`A`} and ${math`B`} share ${A.intersection(B)}. These elements stay out of ${math`X`}.`,
          ],
          solution: [
            method,
            say`In ${math`A`} but not in ${math`B`}: ${A.difference(B)}. In ${math`B`} but not in ${math`A`}: ${B.difference(A)}.`,
            say`So ${math`X = ${key}`}.`,
          ],
        };
      },
      // Element by element: with this choice the equation holds, with the other one it does not.
      verify({ kind, a, b }, [key]) {
        const { holds } = EQUATIONS[kind];
        const fits = (n: number, x: boolean) => holds(a.includes(n), x, b.includes(n));
        return key.isSubsetOf(upTo(10)) && numbers(upTo(10)).every(n => fits(n, key.has(n)) && !fits(n, !key.has(n)));
      },
    }),
  ],
});

interface Compound {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly c: readonly number[];
  readonly left: string;
  readonly op: string;
  readonly right: string;
}

function compoundPart({ a, b, c }: Compound, text: string): FiniteSet {
  const sets = new Map(Object.entries({ A: a, B: b, C: c }));
  return setValue(text, letter => finiteSet(sets.get(letter) ?? []), subsetsOf(upTo(10)));
}

function compound(given: Compound): FiniteSet {
  return compoundPart(given, `${given.left} ${given.op} ${given.right}`);
}

function compoundMistakes(given: Compound) {
  const { left, op, right } = given;
  const turned = (part: string) => part.replace(/\((.) \\ (.)\)/, '($2 \\ $1)');
  const other = op === '∪' ? '∩' : '∪';
  const isTurned = turned(left + right) !== left + right;
  return [
    ...(isTurned || op === '\\'
      ? [
          mistake(
            op === '\\'
              ? compoundPart(given, `${right} \\ ${left}`)
              : compoundPart(given, `${turned(left)} ${op} ${turned(right)}`),
          )`You turned a difference around. It keeps what is on its left but not on its right.`,
        ]
      : []),
    mistake(compoundPart(given, `${left} ${other} ${right}`))`Look again at the sign between the two sides: it is ${shown(op)}.`,
    mistake(compoundPart(given, left))`That is the left side alone. Combine it with the right side.`,
    mistake(compoundPart(given, right))`That is the right side alone. Combine it with the left side.`,
  ];
}

const OPS = ['∪', '∩', '\\'] as const;

function shown(text: string) {
  return math`${setTeX(text)}`;
}

/** An element by element reading of the expression over 1 to size: just the elements for which it holds. */
function holdsExactly(key: FiniteSet, size: number, sets: Readonly<Record<string, readonly number[]>>, text: string): boolean {
  const holds = (n: number) => setValue(text, letter => sets[letter]?.includes(n) ?? false, MEMBERSHIP);
  return key.isSubsetOf(upTo(size)) && numbers(upTo(size)).every(n => holds(n) === key.has(n));
}

/** The ways in which an element can lie in A, B and C. */
const PATTERNS = ['', 'A', 'B', 'C', 'AB', 'AC', 'BC', 'ABC'] as const;

/** The first way of lying in the sets that tells two expressions apart; undefined for equal ones. */
function witness(claim: string, option: string): string | undefined {
  return PATTERNS.find(inside => belongs(claim, inside) !== belongs(option, inside));
}

/** Whether an element that lies in just these sets belongs to the expression. */
function belongs(text: string, inside: string): boolean {
  return setValue(text, letter => inside.includes(letter), MEMBERSHIP);
}

function compared(claim: string, option: string): Text {
  const apart = witness(claim, option);
  if (apart === undefined) return say`${shown(option)} is equal: it holds the same elements in every case.`;
  const where = apart === '' ? 'outside all the sets' : say`in ${list([...apart].map(name => math`${name}`))} only`;
  const isInClaim = belongs(claim, apart);
  return say`${shown(option)} differs: an element ${where} is ${isInClaim ? 'not in it, but' : 'in it, but not'} in ${shown(claim)}.`;
}

/** Sets of 4 to 6 of the numbers 1 to size, each pair with something in common and something apart on both sides. */
function drawSets(rng: Rng, count: number, size: number): number[][] {
  const all = numbers(upTo(size));
  for (;;) {
    const sets = Array.from({ length: count }, () => finiteSet(rng.sample(all, rng.int(4, 6 - (10 - size) / 2))));
    const mixed = (a: FiniteSet, b: FiniteSet) => a === b || (a.intersection(b).size > 1 && a.difference(b).size > 1);
    if (sets.every(a => sets.every(b => mixed(a, b)))) return sets.map(numbers);
  }
}

function upTo(size: number): FiniteSet {
  return finiteSet(Array.from({ length: size }, (_, i) => i + 1));
}

function numbers(set: FiniteSet): number[] {
  return set.elements.map(Number);
}

/** Each set on a line of its own. */
function rosters(sets: Readonly<Record<string, FiniteSet>>): Text {
  return Object.entries(sets).flatMap(([name, set]) => say` ${display(math`${name} = ${set}`)}`);
}

const BOTH = [
  { text: say`Two sets are given.`, '∪': 'Find the union of the two sets.', '∩': 'Find the intersection of the two sets.' },
  {
    text: say`Two crawlers saved pages: one those in ${math`A`}, the other those in ${math`B`}.`,
    '∪': 'Which pages did at least one of them save?',
    '∩': 'Which pages did both of them save?',
  },
  {
    text: say`Two people marked blurred images: one those in ${math`A`}, the other those in ${math`B`}.`,
    '∪': 'Which images did at least one of them mark?',
    '∩': 'Which images did both of them mark?',
  },
  {
    text: say`One model fails on the test cases in ${math`A`}, another on those in ${math`B`}.`,
    '∪': 'On which cases does at least one model fail?',
    '∩': 'On which cases do both models fail?',
  },
] as const;

const FLAGGED = [
  say`A filter flags the messages in ${math`A`}; those in ${math`B`} are spam.`,
  say`A detector fires on the photos in ${math`A`}; those in ${math`B`} show a cat.`,
  say`A model uses the features in ${math`A`}, a second one those in ${math`B`}.`,
] as const;

const FAMILIES = [
  {
    claim: '(X ∪ Y)ᶜ',
    naive: 'Xᶜ ∪ Yᶜ',
    says: 'A complement swaps the signs: the complement of a union is an intersection of complements.',
    others: ['Xᶜ ∩ Yᶜ', 'Xᶜ \\ Y', '(X ∩ Y)ᶜ', 'Yᶜ \\ X', '(X △ Y)ᶜ'],
  },
  {
    claim: '(X ∩ Y)ᶜ',
    naive: 'Xᶜ ∩ Yᶜ',
    says: 'A complement swaps the signs: the complement of an intersection is a union of complements.',
    others: ['Xᶜ ∪ Yᶜ', '(X \\ Y) ∪ Xᶜ', '(X ∪ Y)ᶜ', 'X △ Y', '(Y \\ X) ∪ Yᶜ'],
  },
  {
    claim: 'X \\ Y',
    naive: 'Y \\ X',
    says: 'A difference cannot be turned around: it keeps what is on its left.',
    others: ['X ∩ Yᶜ', 'X \\ (X ∩ Y)', '(Xᶜ ∪ Y)ᶜ', 'Xᶜ ∩ Y', 'Yᶜ \\ Xᶜ', '(X ∪ Y) \\ Y'],
  },
  {
    claim: 'X △ Y',
    naive: '(X ∩ Y)ᶜ',
    says: 'The symmetric difference leaves out the common elements, and also those outside both sets.',
    others: ['(X \\ Y) ∪ (Y \\ X)', '(X ∪ Y) \\ (X ∩ Y)', 'Xᶜ △ Yᶜ', '(X ∪ Y) \\ Y', 'X △ Yᶜ'],
  },
  {
    claim: 'X \\ (Y ∪ Z)',
    naive: '(X \\ Y) ∪ (X \\ Z)',
    says: 'Taking away a union takes away both sets, so an element has to survive both.',
    others: ['(X \\ Y) ∩ (X \\ Z)', '(X \\ Y) \\ Z', 'X ∩ (Yᶜ ∩ Zᶜ)', '(X \\ Y) ∪ Z', 'X \\ (Y ∩ Z)'],
  },
  {
    claim: 'X \\ (Y ∩ Z)',
    naive: '(X \\ Y) ∩ (X \\ Z)',
    says: 'Taking away an intersection removes only what is in both sets, so it is enough to survive one of them.',
    others: ['(X \\ Y) ∪ (X \\ Z)', 'X ∩ (Yᶜ ∪ Zᶜ)', '(X \\ Y) \\ Z', '(X \\ Y) ∩ Z', 'X \\ (Y ∪ Z)'],
  },
  {
    claim: 'X ∩ (Y ∪ Z)',
    naive: '(X ∩ Y) ∪ Z',
    says: 'Brackets cannot be moved here: the intersection with the first set applies to both others.',
    others: ['(X ∩ Y) ∪ (X ∩ Z)', 'X \\ (Yᶜ ∩ Zᶜ)', '(X ∪ Y) ∩ (X ∪ Z)', '(X ∩ Y) ∩ (X ∩ Z)', 'X ∪ (Y ∩ Z)'],
  },
] as const;

const EQUATIONS = {
  toggle: {
    text: say`Flipping the pixels in ${math`X`} turns a picture with the black pixels ${math`A`} into one with the black pixels ${math`B`}.`,
    equation: 'A \\triangle X = B',
    rule: say`A symmetric difference with ${math`X`} changes the membership of just the elements of ${math`X`}.`,
    method: say`${math`X`} holds all elements that are in exactly one of the two sets ${math`A`} and ${math`B`}.`,
    holds: (a: boolean, x: boolean, b: boolean) => (a !== x) === b,
  },
  add: {
    text: say`The new files ${math`X`} are added to the files ${math`A`} of a data set. The result is ${math`B`}.`,
    equation: 'A \\cup X = B,\\quad A \\cap X = \\varnothing',
    rule: say`A union adds the elements of ${math`X`}; here none of them is in ${math`A`} yet.`,
    method: say`${math`X`} holds all elements of ${math`B`} that are not in ${math`A`} yet.`,
    holds: (a: boolean, x: boolean, b: boolean) => (a || x) === b && !(a && x),
  },
  remove: {
    text: say`Of the features ${math`A`} of a model, those in ${math`X`} are dropped. This leaves ${math`B`}.`,
    equation: 'A \\setminus X = B,\\quad X \\subseteq A',
    rule: say`A difference takes the elements of ${math`X`} away; here all of them are in ${math`A`} at first.`,
    method: say`${math`X`} holds all elements of ${math`A`} that are not in ${math`B`} any more.`,
    holds: (a: boolean, x: boolean, b: boolean) => (a && !x) === b && (!x || a),
  },
} as const;
