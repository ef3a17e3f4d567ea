// One round of k-means: nearest centroids, means of clusters, the objective that falls, and seeding with a run to the end.
import {
  answer,
  areDifferent,
  at,
  figure,
  finiteSet,
  generator,
  level,
  list,
  math,
  mean,
  mistake,
  type Rational,
  rational,
  row,
  say,
  signedSum,
  sum,
  sure,
  variance,
  vector,
} from '#kit';

type Point = readonly number[];

const COLUMNS = [
  'Customers are grouped by the days since their last order:',
  'Documents are grouped by their number of links:',
  'Pixels are grouped by their grey value:',
  'Videos are grouped by their length in minutes:',
];
const GROUPS = [
  'A cluster of word embeddings holds the points',
  'A cluster of customers, each with two scores, holds the points',
  'A cluster of colours, with red and blue values, holds the points',
  'A cluster of images, each coded by two numbers, holds the points',
];
const CLOUDS = [
  'Five users are clustered by two scores.',
  'Five words are clustered by an embedding with two entries.',
  'Five songs are clustered by two features.',
  'Five images are clustered by the activations of two units.',
];
const VALUES = [
  'A weight matrix is compressed: its entries, in thousandths, are',
  'Grey values are reduced to two. The pixels have',
  'Sensor readings are put into two clusters. They are',
  'Activations are replaced by two codes. They are',
];

export default generator({
  id: 'discrete-mathematics/kmeans-lloyd',
  version: 1,
  title: 'One round of k-means',
  bullet: 'Combinatorics',
  why: 'K-means clusters data by two steps in turn: each point joins its nearest centroid, and each centroid moves to the mean of its points.',
  needs: ['linear-algebra/vector-norms', 'probability/data-spread', 'set-theory/partitions'],
  levels: [
    level({
      says: 'which numbers join the first centroid',
      par: 20,
      pick(rng) {
        const x = rng.sample(upTo(30), 6);
        const [c = 0, d = 0] = rng.sample(upTo(30), 2);
        const own = x.filter(value => Math.abs(value - c) < Math.abs(value - d));
        const isKind = Math.abs(c - d) > 5 && x.every(value => 2 * value !== c + d) && own.length > 1 && own.length < 5;
        return isKind && outside(x, c, d).length > 0 ? { x, centres: [c, d], scene: rng.index(COLUMNS) } : undefined;
      },
      ask({ x, centres, scene }) {
        const [c = 0, d = 0] = centres;
        const isOwn = (value: number) => Math.abs(value - c) < Math.abs(value - d);
        const gapsOf = (value: number) => say`${Math.abs(value - c)} and ${Math.abs(value - d)}`;
        const [own, other] = [x.filter(isOwn), x.filter(value => !isOwn(value))];
        const inOrder = x.toSorted(up);
        const half = c < d ? inOrder.slice(0, 3) : inOrder.slice(3);
        const close = inOrder.toSorted((a, b) => Math.abs(2 * a - c - d) - Math.abs(2 * b - c - d))[0] ?? 0;
        const flipped = x.filter(value => isOwn(value) !== (value === close));
        return {
          statement: say`${at(COLUMNS, scene)} ${list(x)}. The centroids of k-means are ${math`c_1 = ${c}`} and ${math`c_2 = ${d}`}, and each value joins the nearer one. Which values make up the cluster of ${math`c_1`}?`,
          answers: [
            answer.set({
              label: say`Cluster of ${math`c_1`}:`,
              key: finiteSet(own),
              mistakes: [
                mistake(finiteSet(other))`That is the cluster of ${math`c_2`}.`,
                mistake(finiteSet(outside(x, c, d)))`Values on the way to ${math`c_2`} may be nearer to ${math`c_1`} too.`,
                mistake(finiteSet(flipped))`Look at ${close} again: its distances are ${gapsOf(close)}.`,
                mistake(finiteSet(half))`You made two clusters of equal size. Only the distances decide.`,
              ],
            }),
          ],
          hints: [
            say`In k-means, each value joins the centroid with the smaller distance. Clusters may have different sizes.`,
            say`Halfway between the centroids the distances are equal. Each side of that place belongs to one centroid.`,
            say`For ${at(x, 0)}, the distances from ${math`c_1`} and ${math`c_2`} are ${gapsOf(at(x, 0))}.`,
          ],
          solution: [
            say`Halfway between the centroids lies ${math`\frac{${c} + ${d}}{2} = ${rational(c + d, 2)}`}.`,
            say`The values ${c < d ? 'below' : 'above'} it are nearer to ${math`c_1 = ${c}`}: ${math`${finiteSet(own)}`}.`,
          ],
        };
      },
      // The side of the middle between the centroids, in place of distances.
      verify: ({ x, centres: [c = 0, d = 0] }, [key]) =>
        key.equals(finiteSet(x.filter(value => (2 * value - c - d) * (c - d) > 0))),
    }),

    level({
      says: 'the centroid of a cluster and its sum of squares',
      par: 60,
      pick(rng) {
        const n = rng.int(3, 4);
        const drawn = Array.from({ length: n - 1 }, () => rng.ints(2, 0, 9));
        const points = [...drawn, totals(drawn).map(entry => ((n - (entry % n)) % n) + n * rng.int(0, 1))];
        const { centre, middles, within, first } = clusterOf(points);
        const isKind = areDifferent(...points.map(String)) && areDifferent(first, within, 0) && areDifferent(centre, middles);
        return isKind && within.compare(60) <= 0 ? { points: rng.shuffle(points), scene: rng.index(GROUPS) } : undefined;
      },
      ask({ points, scene }) {
        const n = points.length;
        const { centre, middles, gaps, within, first, sizes, squares } = clusterOf(points);
        const total = centre.times(n);
        return {
          statement: say`${at(GROUPS, scene)} ${list(points.map(row))}. Find its centroid ${math`c`}, and the within-cluster sum of squares ${math`W`}: the sum of the squared Euclidean distances of the points from ${math`c`}.`,
          figures: [figure.scatter({ axes: ['entry 1', 'entry 2'], classes: [{ points: points.map(toPlace) }] })],
          answers: [
            answer.vector({
              label: say`${math`c =`}`,
              key: centre,
              mistakes: [
                mistake(total)`That is the sum of the points. Divide it by their number.`,
                mistake(middles, 'probability/data-spread')`You went halfway between the extremes. Each point counts in a mean.`,
                mistake(vector(centre.entries.toReversed()))`The two entries are swapped.`,
              ],
            }),
            answer.number({
              label: say`${math`W =`}`,
              key: within,
              mistakes: [
                mistake(within.over(n))`That is the mean of the squared distances. Leave it as a sum.`,
                mistake(first)`You used the first entries only. Both entries make up a distance.`,
                mistake(sizes, 'linear-algebra/vector-norms')`You added distances along the axes. Square each difference first.`,
                mistake(within.times(n))`Those are the squared distances of all pairs. Take those from ${math`c`}.`,
              ],
            }),
          ],
          hints: [
            say`The centroid is the mean of the points, entry by entry. A squared distance is the sum of the squared differences of the entries.`,
            say`Find the mean of the first entries and that of the second entries. Then take ${math`c`} away from each point and add up all squares.`,
            say`The first entries add up to ${total.at(0)}, the second to ${total.at(1)}.`,
          ],
          solution: [
            say`${math`c = \frac{1}{${n}} ${row(total.entries)} = ${row(centre.entries)}`}.`,
            say`The differences from ${math`c`} are ${list(gaps.map(gap => row(gap.entries)))}, with the squared lengths ${list(squares)}.`,
            say`${math`W = ${signedSum(squares)} = ${within}`}.`,
          ],
        };
      },
      // What is left over adds up to 0, and the squared distances of all pairs are n W.
      verify({ points }, [centre, within]) {
        const left = points.map(point => vector(point).minus(centre)).reduce((all, rest) => all.plus(rest));
        const pairs = points.flatMap((p, i) => points.slice(i + 1).map(q => squared(p, q)));
        return left.isZero() && within.times(points.length).equals(sum(pairs));
      },
    }),

    level({
      says: 'a whole round in the plane: both new centroids',
      par: 90,
      pick(rng) {
        const [drawn, centres] = [Array.from({ length: 5 }, () => rng.ints(2, 0, 8)), [rng.ints(2, 1, 7), rng.ints(2, 1, 7)]];
        const large = split(drawn, centres).find(cluster => cluster.length === 3);
        if (!large || squared(at(centres, 0), at(centres, 1)) < 10) return undefined;
        const shift = totals(large).map(entry => 9 - (entry % 3));
        const points = drawn.map(point => (point === large[0] ? point.map((entry, i) => (entry + at(shift, i)) % 9) : point));
        const clusters = split(points, centres);
        const isWhole = clusters.some(cluster => cluster.length === 3 && totals(cluster).every(entry => entry % 3 === 0));
        const isKind = isWhole && clusters.every(cluster => cluster.length > 1) && areDifferent(...points.map(String));
        return isKind ? { points, centres, scene: rng.index(CLOUDS) } : undefined;
      },
      ask({ points, centres, scene }) {
        const clusters = split(points, centres);
        const [c, d] = [at(centres, 0), at(centres, 1)];
        const close = closest(points, centres);
        const other = (cluster: Point[]) => (cluster.includes(close) ? cluster.filter(p => p !== close) : [...cluster, close]);
        const gapsOf = (point: Point) => say`${squared(point, c)} and ${squared(point, d)}`;
        const again = say`Look at ${row(close)} again: its squared distances are ${gapsOf(close)}.`;
        const centroid = (i: 0 | 1) => {
          const cluster = at(clusters, i);
          return answer.vector({
            label: say`${math`c_${i + 1} =`}`,
            key: meanOf(cluster),
            mistakes: [
              mistake(meanOf(other(cluster)))`${again}`,
              mistake(meanOf([...cluster, at(centres, i)]))`You averaged the old centroid in. Take only the points.`,
              mistake(vector(totals(cluster)))`That is the sum of the points. Divide it by their number.`,
            ],
          });
        };
        return {
          statement: say`${at(CLOUDS, scene)} The points are ${list(points.map(row))}. The centroids are ${math`c_1 = ${row(c)}`} and ${math`c_2 = ${row(d)}`}. Do one round of k-means: each point joins the nearer centroid in Euclidean distance, then each centroid moves. Where do they stand then?`,
          figures: [
            figure.scatter({
              axes: ['entry 1', 'entry 2'],
              classes: [{ points: points.map(toPlace) }],
              centroids: centres.map((centre, i) => ({ at: toPlace(centre), label: `c_${i + 1}` })),
            }),
          ],
          answers: [centroid(0), centroid(1)],
          jointMistakes: [{ wrong: [meanOf(clusters[1]), meanOf(clusters[0])], says: say`The two centroids are swapped.` }],
          hints: [
            say`A round has two steps: each point joins the nearer centroid; then each centroid moves to the mean of its points.`,
            say`Compare squared distances, no root is needed. Then take the mean of each cluster, entry by entry.`,
            say`From ${math`c_1`} and ${math`c_2`}, the point ${row(at(points, 0))} has the squared distances ${gapsOf(at(points, 0))}.`,
          ],
          solution: [
            say`The squared distances from ${math`c_1`} and ${math`c_2`}: ${points.map(point => say`${row(point)}: ${gapsOf(point)}`).reduce((all, next) => say`${all}; ${next}`)}.`,
            ...clusters.map((cluster, i) => {
              return say`Nearer to ${math`c_${i + 1}`}: ${list(cluster.map(row))}. So ${math`c_${i + 1}`} moves to ${math`\frac{1}{${cluster.length}} ${row(totals(cluster))} = ${row(meanOf(cluster).entries)}`}.`;
            }),
          ],
        };
      },
      // Brute force: of all 32 splits, the one with the least sum of squares to the old centroids; what is left over adds up to 0.
      verify({ points, centres }, keys) {
        const gaps = points.map(point => centres.map(centre => squared(point, centre)));
        const costs = Array.from({ length: 32 }, (_, mask) => total(gaps.map((pair, i) => at(pair, (mask >> i) % 2))));
        const best = costs.indexOf(Math.min(...costs));
        return keys.every((key, side) => {
          const rests = points.filter((_, i) => (best >> i) % 2 === side).map(point => vector(point).minus(key));
          return rests.reduce((all, rest) => all.plus(rest)).isZero();
        });
      },
    }),

    level({
      says: 'the objective before and after the centroids move',
      par: 90,
      pick(rng) {
        const x = rng.sample(upTo(20), rng.int(5, 6)).sort(up);
        const [c, d] = [rng.int(1, 9), rng.int(11, 20)];
        const count = cutOf(x, c, d);
        if (count < 2 || count > x.length - 2 || x.includes((c + d) / 2)) return undefined;
        const [low, high] = [x.slice(0, count), x.slice(count)];
        const isWhole = total(low) % low.length === 0 && total(high) % high.length === 0;
        if (!isWhole || allTo(low, c) + allTo(high, d) > 120) return undefined;
        const { before, after, shifted, sizes } = objectives({ x, c, d });
        return areDifferent(before, after, shifted, sizes) ? { x, c, d, scene: rng.index(VALUES) } : undefined;
      },
      ask({ x, c, d, scene }) {
        const { clusters, before, after, shifted, sizes, again, means, squares, newSquares } = objectives({ x, c, d });
        return {
          statement: say`${at(VALUES, scene)} ${list(x)}. The centroids are ${math`c_1 = ${c}`} and ${math`c_2 = ${d}`}. Each value joins the nearer one, and ${math`J`} is the sum of the squared distances of the values from their centroids. Find ${math`J`} now, and after each centroid has moved to the mean of its cluster, while the clusters stay.`,
          answers: [
            answer.number({
              label: say`${math`J`} now:`,
              key: before,
              mistakes: [
                mistake(after)`That is ${math`J`} after the move. Measure from the old centroids first.`,
                mistake(sizes)`You added the distances. Square each one first.`,
                mistake(rational(before, x.length))`That is the mean. ${math`J`} is the sum.`,
              ],
            }),
            answer.number({
              label: say`${math`J`} after the move:`,
              key: after,
              mistakes: [
                mistake(before)`That is ${math`J`} before the move. Measure from the new means.`,
                mistake(rational(after, x.length))`That is the mean. ${math`J`} is the sum.`,
                mistake(shifted)`You took each squared shift away once. It counts for each value of the cluster.`,
                mistake(again)`You let the values join again. Keep the clusters as they are.`,
                mistake(variance(x).times(x.length))`You measured from the mean of all values. Each cluster has its own.`,
              ],
            }),
          ],
          hints: [
            say`Both steps of k-means lower ${math`J`} or keep it: when points join the nearer centroid, and when centroids move to the means.`,
            say`Split the values first. Then add up the squared differences from ${math`c_1`} and ${math`c_2`}, and after that those from the two means.`,
            say`The first cluster is ${math`${finiteSet(at(clusters, 0))}`}.`,
          ],
          solution: [
            say`The clusters are ${math`${finiteSet(at(clusters, 0))}`} and ${math`${finiteSet(at(clusters, 1))}`}.`,
            say`Squared distances from ${c} and ${d}: ${math`${signedSum(squares)} = ${before}`}.`,
            say`The means of the clusters are ${at(means, 0)} and ${at(means, 1)}.`,
            say`Squared distances from these: ${math`${signedSum(newSquares)} = ${after}`}. So ${math`J`} falls from ${before} to ${after}.`,
          ],
        };
      },
      // From pairs: those within a cluster give n W; a centroid away from the mean adds n times its squared shift.
      verify({ x, c, d }, [before, after]) {
        const clusters = [x.filter(value => 2 * value < c + d), x.filter(value => 2 * value > c + d)] as const;
        const within = clusters.map(values => sum(values.flatMap(a => values.map(b => square(a - b)))).over(2 * values.length));
        const shift = (i: 0 | 1) => mean(clusters[i]).minus(i === 0 ? c : d);
        const shifts = ([0, 1] as const).map(i => shift(i).power(2).times(clusters[i].length));
        return after.equals(sum(within)) && before.equals(sum([...within, ...shifts]));
      },
    }),

    level({
      says: 'seeding by k-means++, then a run to the end',
      par: 120,
      pick(rng) {
        const x = rng.sample(upTo(20), 6).sort(up);
        const [c = 0, d = 0] = rng.sample(x, 2);
        const cuts = x.includes((c + d) / 2) ? undefined : runOf(x, [cutOf(x, c, d)]);
        if (cuts === undefined || cuts.length < 3 || cuts.length > 4 || allTo(x, c) > 250) return undefined;
        return { x, from: c, next: d, scene: rng.index(COLUMNS) };
      },
      ask({ x, from, next, scene }) {
        const cuts = sure(runOf(x, [cutOf(x, from, next)]));
        const prefix = (count: number) => finiteSet(from < next ? x.slice(0, count) : x.slice(count));
        const last = at(cuts, cuts.length - 1);
        const gaps = x.filter(value => value !== from).map(value => Math.abs(value - from));
        const all = sum(gaps.map(square));
        const own = rational(next - from).power(2);
        const rounds = cuts.slice(1).map((cut, i) => {
          const before = at(cuts, i);
          const [low, high] = [x.slice(0, before), x.slice(before)];
          return say`Means of ${math`${finiteSet(low)}`} and ${math`${finiteSet(high)}`}: ${mean(low)} and ${mean(high)}. Below their middle ${mean([mean(low), mean(high)])} lie ${list(x.slice(0, cut))}${cut === before ? ', as before' : ''}.`;
        });
        return {
          statement: say`${at(COLUMNS, scene)} ${list(x)}. K-means++ starts with the centroid ${math`c_1 = ${from}`}. It draws ${math`c_2`} from the values, with probabilities proportional to the squared distances from ${math`c_1`}. How likely is ${next}? It is drawn, and k-means runs until the clusters stay. Which values end in the cluster of ${math`c_1`}?`,
          answers: [
            answer.number({
              label: say`Probability of ${next}:`,
              key: own.over(all),
              mistakes: [
                mistake(rational(Math.abs(next - from)).over(sum(gaps)))`You took the distances. Square each of them first.`,
                mistake(rational(1, 5))`That would be a uniform choice. Values far from ${math`c_1`} are more likely.`,
                mistake(own.over(all.minus(own)))`You compared it with the others. Divide by the sum of all squared distances.`,
                mistake(own)`That is the squared distance. Divide it by the sum of all.`,
              ],
            }),
            answer.set({
              label: say`Cluster of ${math`c_1`}:`,
              key: prefix(last),
              mistakes: [
                mistake(prefix(last).complementIn(finiteSet(x)))`That is the cluster of ${math`c_2`}.`,
                mistake(prefix(at(cuts, 0)))`That is the first round. Move the centroids and let the values join again.`,
                mistake(prefix(at(cuts, cuts.length - 3)))`You stopped too early. A further round still changes the clusters.`,
              ],
            }),
          ],
          hints: [
            say`The probability of a value ${math`x`} is ${math`\frac{D^2}{S}`}: ${math`D`} is its distance from ${math`c_1`}, and ${math`S`} is the sum of ${math`D^2`} over all values.`,
            say`In each round, split the values at the middle of the two centroids, then take the mean of each part. Stop when the split stays.`,
            say`The first split is at ${math`\frac{${from} + ${next}}{2} = ${rational(from + next, 2)}`}.`,
          ],
          solution: [
            say`The other values have the squared distances ${list(gaps.map(square))}, with the sum ${all}. So ${next} has the probability ${math`\frac{${own}}{${all}}${own.over(all).numerator === own.numerator ? '' : math` = ${own.over(all)}`}`}.`,
            say`Below the middle ${rational(from + next, 2)} lie ${list(x.slice(0, at(cuts, 0)))}.`,
            ...rounds,
            say`Now the clusters stay. That of ${math`c_1`} is ${math`${prefix(last)}`}.`,
          ],
        };
      },
      // The sum of squares from mean and variance; the run with exact squared distances of each value, for as long as something moves.
      verify({ x, from, next }, [chance, cluster]) {
        const spread = variance(x).plus(mean(x).minus(from).power(2)).times(x.length);
        const end = settled(x, [rational(from), rational(next)]);
        return chance.times(spread).equals(rational(next - from).power(2)) && cluster.equals(finiteSet(end));
      },
    }),
  ],
});

const up = (a: number, b: number) => a - b;

function upTo(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i + 1);
}

function toPlace([x = 0, y = 0]: Point): [number, number] {
  return [x, y];
}

function squared(p: Point, q: Point): number {
  return square(at(p, 0) - at(q, 0)) + square(at(p, 1) - at(q, 1));
}

function totals(points: readonly Point[]): number[] {
  return [0, 1].map(i => points.reduce((all, point) => all + at(point, i), 0));
}

function meanOf(points: readonly Point[]) {
  return vector(totals(points)).times(rational(1, points.length));
}

/** The values that do not lie on the way from c to d. */
function outside(x: readonly number[], c: number, d: number): number[] {
  return x.filter(value => (value - c) * (d - c) <= 0);
}

/** Level 2: centroid and sum of squares, with what goes wrong. */
function clusterOf(points: readonly Point[]) {
  const sides = [0, 1].map(i => points.map(point => at(point, i)));
  const centre = meanOf(points);
  const gaps = points.map(point => vector(point).minus(centre));
  const squares = gaps.map(gap => gap.normSquared());
  return {
    centre,
    middles: vector(sides.map(entries => rational(Math.min(...entries) + Math.max(...entries), 2))),
    gaps,
    squares,
    within: sum(squares),
    first: sum(gaps.map(gap => gap.at(0).power(2))),
    sizes: sum(gaps.flatMap(gap => gap.entries.map(entry => entry.abs()))),
  };
}

/** The points nearer to the first centroid and those nearer to the second; one in the middle is in neither. */
function split(points: readonly Point[], centres: readonly Point[]): [Point[], Point[]] {
  const gaps = points.map(point => squared(point, at(centres, 0)) - squared(point, at(centres, 1)));
  return [points.filter((_, i) => at(gaps, i) < 0), points.filter((_, i) => at(gaps, i) > 0)];
}

/** The point whose squared distances from the two centroids differ least. */
function closest(points: readonly Point[], centres: readonly Point[]): Point {
  const gap = (point: Point) => Math.abs(squared(point, at(centres, 0)) - squared(point, at(centres, 1)));
  return points.reduce((best, point) => (gap(point) < gap(best) ? point : best));
}

function cutOf(x: readonly number[], c: number, d: number): number {
  return x.filter(value => 2 * value < c + d).length;
}

/** The sum of squared distances from c. */
function allTo(x: readonly number[], c: number): number {
  return total(x.map(value => square(value - c)));
}

/** Level 4: the objective before and after the move, with what goes wrong. All means are whole numbers. */
function objectives({ x, c, d }: { x: number[]; c: number; d: number }) {
  const count = cutOf(x, c, d);
  const clusters = [x.slice(0, count), x.slice(count)];
  const means = clusters.map(values => total(values) / values.length);
  const gaps = (centres: number[]) => clusters.flatMap((values, i) => values.map(value => Math.abs(value - at(centres, i))));
  const [old, moved] = [gaps([c, d]), gaps(means)];
  const [squares, newSquares] = [old.map(square), moved.map(square)];
  const before = total(squares);
  return {
    clusters,
    means,
    squares,
    newSquares,
    before,
    after: total(newSquares),
    sizes: total(old),
    again: total(x.map(value => Math.min(...means.map(centre => square(value - centre))))),
    shifted: before - total(means.map((centre, i) => square(centre - at([c, d], i)))),
  };
}

function square(x: number): number {
  return x * x;
}

/** Sizes of the lower cluster, round by round, the last one twice; undefined where a value lies in the middle. x ascends. */
function runOf(x: readonly number[], cuts: readonly number[]): readonly number[] | undefined {
  const n = at(cuts, cuts.length - 1);
  const m = x.length - n;
  const middle = m * total(x.slice(0, n)) + n * total(x.slice(n));
  if (x.some(value => 2 * value * n * m === middle)) return undefined;
  const next = x.filter(value => 2 * value * n * m < middle).length;
  return next === n ? [...cuts, next] : runOf(x, [...cuts, next]);
}

function total(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** The first cluster once nothing changes, from squared distances. */
function settled(x: readonly number[], [c, d]: readonly [Rational, Rational]): number[] {
  const gap = (value: number, centre: Rational) => centre.minus(value).power(2);
  const isOwn = (value: number) => gap(value, c).compare(gap(value, d)) < 0;
  const [own, rest] = [x.filter(isOwn), x.filter(value => !isOwn(value))];
  const moved = [mean(own), mean(rest)] as const;
  return moved[0].equals(c) && moved[1].equals(d) ? own : settled(x, moved);
}
