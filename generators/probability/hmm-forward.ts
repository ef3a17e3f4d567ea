// Hidden Markov models: weigh one hidden path, carry forward values along, and filter, predict and smooth with them.
import {
  answer,
  areDifferent,
  at,
  decimal,
  type Formula,
  generator,
  level,
  list,
  type Matrix,
  math,
  matrix,
  mistake,
  normalised,
  ONE,
  paired,
  productSumWorked,
  type Rational,
  type Rng,
  rational,
  row,
  say,
  sum,
  type Text,
  table,
  tex,
  tuples,
  type Vector,
  vector,
  word,
} from '#kit';

const SCENES = [
  { says: 'The weather is hidden; each day you see a coat or none.', names: ['sun', 'rain'], sights: ['coat', 'none'] },
  { says: 'A reader is keen or bored; each page shows a click or a skip.', names: ['keen', 'bored'], sights: ['click', 'skip'] },
  { says: 'A machine is good or worn; each hour brings a beep or none.', names: ['good', 'worn'], sights: ['beep', 'none'] },
  { says: 'A radio channel is clear or noisy; a packet is good or lost.', names: ['clear', 'noisy'], sights: ['good', 'lost'] },
  { says: 'A user walks or runs; each minute a watch reads low or high.', names: ['walk', 'run'], sights: ['low', 'high'] },
  { says: 'A writer is calm or angry; each word is plain or strong.', names: ['calm', 'angry'], sights: ['plain', 'strong'] },
];
const ALPHA = tex('\\alpha_t(i) = P(o_1, \\ldots, o_t,\\, X_t = i)', 'alpha t of i equals P of o 1 to o t and X t equals i');
const BACK = 'You let the state change the other way round. Rows hold the steps out of a state.';

export default generator({
  id: 'probability/hmm-forward',
  version: 1,
  title: 'Hidden Markov models: forward algorithm and filtering',
  bullet: 'Markov Chains',
  why: 'It follows a hidden state through noisy observations: speech, genes, activity, the health of a machine.',
  needs: ['probability/markov-steps', 'probability/bayes-rule'],
  levels: [
    level({
      says: 'one hidden path and what it shows',
      par: 40,
      pick(rng) {
        const [given, path] = [drawModel(rng), rng.ints(2, 0, 1)];
        if (!given) return undefined;
        const { key, still, back, silent } = onePath({ ...given, path });
        const isMoving = at(path, 0) === at(path, 1) || areDifferent(key, back);
        return isMoving && areDifferent(key, still, silent) ? { ...given, path, scene: rng.index(SCENES) } : undefined;
      },
      ask(given) {
        const { names, sights } = at(SCENES, given.scene);
        const { key, factors, still, back, silent, late, misread } = onePath(given);
        const [first = '', second = ''] = given.path.map(state => at(names, state));
        return {
          statement: say`${describe(given)} Find the probability that the hidden states are ${list(given.path.map(state => word(at(names, state))))} and that you see ${seenWords(given)}, all in this order.`,
          answers: [
            answer.number({
              label: say`Probability:`,
              key,
              decimal: true,
              mistakes: [
                mistake(still)`You left out the step from the first state to the second one.`,
                mistake(silent)`That is the hidden path alone. Multiply by the probabilities of what is seen.`,
                mistake(late)`You left out the probability of the first state.`,
                mistake(back)`${BACK}`,
                mistake(misread)`The last column is for “${at(sights, 0)}” only. The other observation gets the rest of 1.`,
              ],
            }),
          ],
          hints: [
            say`Each next state depends on the state before it, and each observation on the state of its own time only.`,
            say`Multiply four probabilities: the first state, what it shows, the step to the second state, and what that shows.`,
            say`The first two factors are ${math`${decimal(at(factors, 0))} \cdot ${decimal(at(factors, 1))}`}.`,
          ],
          solution: [
            ...restLine(given),
            say`First state “${first}”: ${decimal(at(factors, 0))}. It shows “${at(sights, at(given.seen, 0))}” with probability ${decimal(at(factors, 1))}.`,
            say`Step to “${second}”: ${decimal(at(factors, 2))}. It shows “${at(sights, at(given.seen, 1))}” with probability ${decimal(at(factors, 3))}.`,
            say`Multiply: ${productSumWorked([factors], decimal)}.`,
          ],
        };
      },
      // All four paths with all four pairs of observations fill 1, and this one is what the other fifteen leave of it.
      verify({ path, seen, ...model }, [key]) {
        const courses = [...tuples([0, 1], 2)].map(course => ({ course, isSeen: String(course) === String(seen) }));
        const others = courses.map(({ course, isSeen }) =>
          total(model, course, walked => !isSeen || String(walked) !== String(path)),
        );
        return ONE.minus(sum(others)).equals(key);
      },
    }),

    level({
      says: 'forward values at two times',
      par: 75,
      pick(rng) {
        const given = drawModel(rng);
        if (!given) return undefined;
        const { alpha, next, predicted, still, back } = forward(given);
        return areDifferent(alpha, next, predicted, still, back) ? { ...given, scene: rng.index(SCENES) } : undefined;
      },
      ask(given) {
        const { names } = at(SCENES, given.scene);
        const { start, alpha, next, predicted, still, back, shows } = forward(given);
        return {
          statement: say`${describe(given)} You see ${seenWords(given)}. Give the forward values ${ALPHA} at both times, in the order ${names.join(', ')}.`,
          answers: [
            answer.vector({
              label: say`${math`\alpha_1 =`}`,
              key: alpha,
              decimal: true,
              mistakes: [
                mistake(start)`Those are the start probabilities. Multiply each by that of the first observation.`,
                mistake(at(shows, 0))`You left out the start probabilities.`,
                mistake(shared(alpha))`You normalised. A forward value is a joint probability: leave it as it is.`,
              ],
            }),
            answer.vector({
              label: say`${math`\alpha_2 =`}`,
              key: next,
              decimal: true,
              mistakes: [
                mistake(still)`No state could change. Push ${math`\alpha_1`} through the transitions first.`,
                mistake(predicted)`That leaves out the second observation. Multiply each by its probability.`,
                mistake(back)`${BACK}`,
                mistake(shared(next))`You normalised. A forward value is a joint probability: leave it as it is.`,
              ],
            }),
          ],
          hints: [
            say`A forward value is the probability of all that is seen so far together with the state now.`,
            say`Multiply start and emission, the probability of what is seen. Then add over the states before, and multiply by the next emission.`,
            say`The first entry of ${math`\alpha_1`} is ${math`${decimal(start.at(0))} \cdot ${decimal(at(shows, 0).at(0))}`}.`,
          ],
          solution: [...forwardLines(given), say`So ${math`\alpha_1 = ${shown(alpha)}`} and ${math`\alpha_2 = ${shown(next)}`}.`],
        };
      },
      // Adds up all hidden paths that end in each state.
      verify: ({ seen, ...model }, [alpha, next]) =>
        [alpha, next].every((key, t) => {
          const ends = [0, 1].map(i => total(model, seen.slice(0, t + 1), path => at(path, t) === i));
          return key.equals(vector(ends));
        }),
    }),

    level({
      says: 'likelihood of two observations, and the filter',
      par: 100,
      pick(rng) {
        const [given, own] = [drawModel(rng), rng.int(0, 1)];
        if (!given || !isSimple(given, 20)) return undefined;
        const { alpha, next, predicted, still, likelihood, apart } = forward(given);
        const filters = [next, predicted, still, alpha].map(values => shared(values).at(own));
        const isClear = areDifferent(...filters) && areDifferent(likelihood, apart, sum(still.entries));
        return isClear ? { ...given, own, scene: rng.index(SCENES) } : undefined;
      },
      ask(given) {
        const { own, scene } = given;
        const name = at(at(SCENES, scene).names, own);
        const { alpha, next, predicted, still, likelihood, apart } = forward(given);
        const key = next.at(own).over(likelihood);
        const wanted = math`P(X_2 = ${word(name)} \mid o_1, o_2)`;
        return {
          statement: say`${describe(given)} You see ${seenWords(given)}. Find the probability of these two observations, and the exact probability that the second state is “${name}” given both.`,
          answers: [
            answer.number({
              label: say`${math`P(o_1, o_2) =`}`,
              key: likelihood,
              decimal: true,
              mistakes: [
                mistake(apart)`You multiplied the two as if independent. The hidden state ties them together.`,
                mistake(sum(still.entries))`No state could change. Push the forward values through the transitions first.`,
                mistake(next.at(own))`That ends in “${name}” only. Add the part of the other state.`,
                mistake(sum(alpha.entries))`That is the first observation alone. Take the second one in.`,
              ],
            }),
            answer.number({
              label: say`${math`${wanted} =`}`,
              key,
              mistakes: [
                mistake(shared(still).at(own))`No state could change. Push the forward values through the transitions first.`,
                mistake(shared(predicted).at(own))`That is the belief before the second observation. Take it in and normalise.`,
                mistake(next.at(own))`That is the forward value. Divide it by the likelihood.`,
                mistake(shared(alpha).at(own))`That is the belief about the first state. Go on to the second one.`,
                mistake(ONE.minus(key))`That is the probability of the other state.`,
              ],
            }),
          ],
          hints: [
            say`The forward values are ${ALPHA}. Their sum at the end is the likelihood.`,
            say`Find ${math`\alpha_1`}, push it through the transitions, multiply by the second emission. Then divide your state’s value by the sum.`,
            say`${math`\alpha_1 = ${shown(alpha)}`}.`,
          ],
          solution: [
            ...forwardLines(given),
            say`The likelihood is their sum, ${math`${decimal(next.at(0))} + ${decimal(next.at(1))} = ${decimal(likelihood)}`}.`,
            say`So ${math`${wanted} = \frac{${decimal(next.at(own))}}{${decimal(likelihood)}} = ${key}`}.`,
          ],
        };
      },
      // Adds up all four hidden paths, then those that end in the state.
      verify({ own, seen, ...model }, [likelihood, filter]) {
        const all = total(model, seen, () => true);
        return likelihood.equals(all) && filter.times(all).equals(total(model, seen, path => at(path, 1) === own));
      },
    }),

    level({
      says: 'predict the next state and the next observation',
      par: 130,
      pick(rng) {
        const given = drawModel(rng);
        if (!given || !isSimple(given, 10)) return undefined;
        const { filter, state, key, late, flat } = prediction(given);
        const isClear = areDifferent(filter.at(0), state.at(0), key, late, flat) && !key.equals(state.at(1));
        return isClear ? { ...given, scene: rng.index(SCENES) } : undefined;
      },
      ask(given) {
        const { names, sights } = at(SCENES, given.scene);
        const { next, P, filter, state, joint, key, late, flat, rates } = prediction(given);
        const [name, sight] = [at(names, 0), at(sights, 0)];
        return {
          statement: say`${describe(given)} You see ${seenWords(given)}. Given these two, find the exact probabilities that the third state is “${name}” and that the third observation is “${sight}”.`,
          answers: [
            answer.number({
              label: say`Third state “${name}”:`,
              key: state.at(0),
              mistakes: [
                mistake(filter.at(0))`That is the belief about the second state. Push it through the transitions once more.`,
                mistake(joint)`That is still joint with what was seen. Divide by its probability.`,
                mistake(P.apply(filter).at(0), 'probability/markov-steps')`${BACK}`,
                mistake(state.at(1))`That is the probability of the other state.`,
              ],
            }),
            answer.number({
              label: say`Third observation “${sight}”:`,
              key,
              mistakes: [
                mistake(late)`You used the belief about the second state. The third one may differ.`,
                mistake(flat)`You took the plain mean of the emissions. Weight them by the third state.`,
                mistake(state.at(0).times(rates.at(0)))`That is the part of “${name}” only. Add that of the other state.`,
              ],
            }),
          ],
          hints: [
            say`What was seen tells about the second state. From there on, nothing but the model is left.`,
            say`Filter the second state, push this belief through the transitions, then weight the emissions with it.`,
            say`The second state is “${name}” with probability ${filter.at(0)} after both observations.`,
          ],
          solution: [
            ...forwardLines(given),
            say`Divide by the sum ${decimal(sum(next.entries))}: the belief about the second state is ${row(filter.entries)}.`,
            say`Third state “${name}”: ${productSumWorked(paired(filter.entries, P.column(0).entries))}.`,
            say`Third observation “${sight}”: ${productSumWorked(paired(state.entries, rates.entries))}.`,
          ],
        };
      },
      // Adds up all hidden paths of three states, with the third observation or without, and divides by those of two.
      verify({ seen, ...model }, [state, sight]) {
        const all = total(model, seen, () => true);
        const isState = state.times(all).equals(total(model, [...seen, -1], path => at(path, 2) === 0));
        return isState && sight.times(all).equals(total(model, [...seen, 0], () => true));
      },
    }),

    level({
      says: 'smoothing: what a later observation says of the first state',
      par: 110,
      pick(rng) {
        const [given, own] = [drawModel(rng), rng.int(0, 1)];
        if (!given || !isSimple(given, 40, true)) return undefined;
        const { beta, turned, key, early, second, still } = smoothing({ ...given, own });
        const isClear = areDifferent(key, early, second, still) && areDifferent(beta, turned);
        return isClear ? { ...given, own, scene: rng.index(SCENES) } : undefined;
      },
      ask(given) {
        const { own, scene } = given;
        const { names } = at(SCENES, scene);
        const { start, P, shows, beta, turned, products, key, early, second, still } = smoothing(given);
        const [name, later] = [at(names, own), at(shows, 1)];
        return {
          statement: say`${describe(given)} You see ${seenWords(given)}. Give the backward values ${math`\beta_1(i) = P(o_2 \mid X_1 = i)`} in the order ${names.join(', ')}, and the exact probability that the first state was “${name}”, given both.`,
          answers: [
            answer.vector({
              label: say`${math`\beta_1 =`}`,
              key: beta,
              decimal: true,
              mistakes: [
                mistake(later)`Those are the emissions of the second state. Go through the transitions first.`,
                mistake(turned, 'linear-algebra/matrix-vector-product')`${BACK}`,
                mistake(at(shows, 0))`Those belong to the first observation. Look ahead to the second one.`,
              ],
            }),
            answer.number({
              label: say`${math`P(X_1 = ${word(name)} \mid o_1, o_2) =`}`,
              key,
              mistakes: [
                mistake(early)`That leaves out the second observation. It says something about the first state too.`,
                mistake(second)`That is the second state given both. You are asked for the first one.`,
                mistake(still)`No state could change. Use the backward values for the second observation.`,
                mistake(at(products, own))`That is joint with what was seen. Divide by the sum over both states.`,
                mistake(beta.at(own))`That is the chance of the second observation from there. Weight it with the forward value.`,
              ],
            }),
          ],
          hints: [
            say`Given the first state, both observations are independent: what comes later is seen through ${math`\beta_1`}.`,
            say`Find ${math`\beta_1`} row by row. Multiply each entry by that of ${math`\alpha_1`}, which is start times emission, and normalise.`,
            say`From “${at(names, 0)}” you add ${math`${decimal(P.at(0, 0))} \cdot ${decimal(later.at(0))}`} and ${math`${decimal(P.at(0, 1))} \cdot ${decimal(later.at(1))}`}.`,
          ],
          solution: [
            ...restLine(given),
            ...names.map(
              (from, i) => say`From “${from}”: ${productSumWorked(paired(P.row(i).entries, later.entries), decimal)}.`,
            ),
            say`Forward values ${math`\alpha_1`}: ${byState(given, i => productSumWorked([[start.at(i), at(shows, 0).at(i)]], decimal))}`,
            say`Their products with ${math`\beta_1`} are ${list(products.map(decimal))}, with the sum ${decimal(sum(products))}.`,
            say`So the first state was “${name}” with probability ${math`\frac{${decimal(at(products, own))}}{${decimal(sum(products))}} = ${key}`}.`,
          ],
        };
      },
      // Adds up all hidden paths that begin in each state: with both observations, and with the first one alone.
      verify({ own, seen, ...model }, [beta, key]) {
        const begins = (i: number, count: number) => total(model, seen.slice(0, count), path => at(path, 0) === i);
        const isBeta = beta.length === 2 && [0, 1].every(i => beta.at(i).times(begins(i, 1)).equals(begins(i, 2)));
        return isBeta && key.times(total(model, seen, () => true)).equals(begins(own, 2));
      },
    }),
  ],
});

/** In tenths: the first state, the steps to the first state from each, and how often each shows the first observation. */
type Model = Readonly<Record<'s' | 'a' | 'b' | 'e' | 'f', number>>;
type Given = Model & { seen: number[] };

/** Rows and emissions differ, and the columns do not add up to 1 as well. */
function drawModel(rng: Rng) {
  const [s, a, b, e, f] = [rng.pick([4, 5, 5, 6, 8]), rng.int(1, 9), rng.int(1, 9), rng.int(1, 9), rng.int(1, 9)];
  const given = { s, a, b, e, f, seen: rng.ints(2, 0, 1) };
  return a !== b && a + b !== 10 && e !== f ? given : undefined;
}

const onset = ({ s, e, f, seen }: Given) => (at(seen, 0) === 0 ? [s * e, (10 - s) * f] : [s * (10 - e), (10 - s) * (10 - f)]);

/** Whether the belief about the second (or first) state given both is a fraction with a small denominator; whole numbers, for speed. */
function isSimple(given: Given, limit: number, isFirst = false): boolean {
  const { a, b, e, f, seen } = given;
  const [x = 0, y = 0] = onset(given);
  const [first, second] = at(seen, 1) === 0 ? [e, f] : [10 - e, 10 - f];
  const ends = [first * (x * a + y * b), second * (x * (10 - a) + y * (10 - b))];
  const begins = [x * (a * first + (10 - a) * second), y * (b * first + (10 - b) * second)];
  const [own = 0, other = 0] = isFirst ? begins : ends;
  for (let d = 1; d <= limit; d++) if ((d * own) % (own + other) === 0) return true;
  return false;
}

/** Column o of the emissions: how likely each state shows observation o. */
function partsOf({ s, a, b, e, f }: Model): { start: Vector; P: Matrix; rates: readonly Vector[] } {
  const tenths = (entries: readonly number[]) => entries.map(entry => rational(entry, 10));
  const rates = [vector(tenths([e, f])), vector(tenths([10 - e, 10 - f]))];
  return { start: vector(tenths([s, 10 - s])), P: matrix([tenths([a, 10 - a]), tenths([b, 10 - b])]), rates };
}

const times = (a: Vector, b: Vector) => a.map((entry, i) => entry.times(b.at(i)));
const shared = (values: Vector) => normalised(values.entries);

function onePath({ path, seen, ...model }: Given & { path: readonly number[] }) {
  const { start, P, rates } = partsOf(model);
  const [x, y] = [at(path, 0), at(path, 1)];
  const [first, second] = [at(rates, at(seen, 0)).at(x), at(rates, at(seen, 1)).at(y)];
  const [begin, move, named] = [start.at(x), P.at(x, y), at(rates, 0)];
  return {
    factors: [begin, first, move, second],
    key: begin.times(first).times(move).times(second),
    still: begin.times(first).times(second),
    silent: begin.times(move),
    late: first.times(move).times(second),
    back: begin.times(first).times(P.at(y, x)).times(second),
    misread: begin.times(named.at(x)).times(move).times(named.at(y)),
  };
}

/** The forward values at both times, and what comes of leaving a piece out. */
function forward({ seen, ...model }: Given) {
  const { start, P, rates } = partsOf(model);
  const shows = seen.map(o => at(rates, o));
  const [first, second] = [at(shows, 0), at(shows, 1)];
  const alpha = times(start, first);
  const predicted = P.transpose().apply(alpha);
  const next = times(predicted, second);
  return {
    ...{ start, P, shows, alpha, predicted, next },
    still: times(alpha, second),
    back: times(P.apply(alpha), second),
    likelihood: sum(next.entries),
    apart: sum(alpha.entries).times(P.transpose().apply(start).dot(second)),
  };
}

function prediction(given: Given) {
  const { next, P } = forward(given);
  const rates = at(partsOf(given).rates, 0);
  const filter = shared(next);
  const state = P.transpose().apply(filter);
  const flat = sum(rates.entries).over(2);
  const joint = P.transpose().apply(next).at(0);
  return { next, P, rates, filter, state, joint, flat, key: state.dot(rates), late: filter.dot(rates) };
}

function smoothing(given: Given & { own: number }) {
  const { start, P, shows, alpha, next, still } = forward(given);
  const [beta, turned] = [P.apply(at(shows, 1)), P.transpose().apply(at(shows, 1))];
  const products = times(alpha, beta).entries;
  const belief = (values: Vector) => shared(values).at(given.own);
  const beliefs = { key: belief(vector(products)), early: belief(alpha), second: belief(next), still: belief(still) };
  return { start, P, shows, beta, turned, products, ...beliefs };
}

/** The probability of what is seen (-1 leaves a time open) together with the hidden paths that are kept. */
function total(model: Model, seen: readonly number[], keeps: (path: readonly number[]) => boolean): Rational {
  const { start, P, rates } = partsOf(model);
  const paths = [...tuples([0, 1], seen.length)].filter(keeps);
  const chance = (path: readonly number[], t: number) => (t === 0 ? start.at(at(path, 0)) : P.at(at(path, t - 1), at(path, t)));
  const emission = (state: number, o: number) => (o < 0 ? ONE : at(rates, o).at(state));
  const weight = (path: readonly number[]) =>
    seen.reduce((product, o, t) => product.times(chance(path, t)).times(emission(at(path, t), o)), ONE);
  return sum(paths.map(weight));
}

function describe({ scene, ...model }: Model & { scene: number }): Text {
  const { says, names, sights } = at(SCENES, scene);
  const { start, P, rates } = partsOf(model);
  const head = ['state', 'start', ...names.map(name => `to ${name}`), at(sights, 0)].map(word);
  const numbers = (i: number) => [start.at(i), ...P.row(i).entries, at(rates, 0).at(i)].map(decimal);
  const rows = names.map((name, i) => [word(name), ...numbers(i)]);
  return say`${says} A row gives its state’s probabilities to start, to go on and to show “${at(sights, 0)}”. ${table(head, rows)}`;
}

function seenWords({ scene, seen }: { scene: number; seen: readonly number[] }): string {
  return seen.map(o => `“${at(at(SCENES, scene).sights, o)}”`).join(', then ');
}

function forwardLines(given: Given & { scene: number }): readonly Text[] {
  const { start, P, shows, alpha, predicted } = forward(given);
  return [
    ...restLine(given),
    say`Time 1: ${byState(given, i => productSumWorked([[start.at(i), at(shows, 0).at(i)]], decimal))}`,
    say`One step on: ${byState(given, i => productSumWorked(paired(alpha.entries, P.column(i).entries), decimal))}`,
    say`Times the second emission: ${byState(given, i => productSumWorked([[predicted.at(i), at(shows, 1).at(i)]], decimal))}`,
  ];
}

/** The observation that the table leaves out, where it is seen. */
function restLine(given: Given & { scene: number }): readonly Text[] {
  const { rates } = partsOf(given);
  const rest = (i: number) => math`1 - ${decimal(at(rates, 0).at(i))} = ${decimal(at(rates, 1).at(i))}`;
  return given.seen.includes(1)
    ? [say`“${at(at(SCENES, given.scene).sights, 1)}” has the rest of 1: ${byState(given, rest)}`]
    : [];
}

function byState({ scene }: { scene: number }, line: (i: number) => Formula): Text {
  const { names } = at(SCENES, scene);
  return say`“${at(names, 0)}” ${line(0)}, “${at(names, 1)}” ${line(1)}.`;
}

const shown = (values: Vector) => row(values.entries.map(decimal));
