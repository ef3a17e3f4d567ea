// Joint, marginal and conditional probabilities read from tables: of counts, of a joint distribution, and from what is left of one.
import {
  answer,
  areDifferent,
  at,
  decimal,
  generator,
  level,
  list,
  math,
  mistake,
  normalised,
  ONE,
  productSum,
  type Rational,
  type Rng,
  rational,
  row,
  say,
  signedSum,
  sum,
  table,
  vector,
  word,
} from '#kit';

/** What things are (rows) and what a model made of them (columns): words that fit before a noun and after “are”. */
const JUDGED = [
  { things: 'messages', rows: ['spam', 'regular'], columns: ['flagged', 'delivered'] },
  { things: 'payments', rows: ['fraudulent', 'honest'], columns: ['stopped', 'released'] },
  { things: 'accounts', rows: ['fake', 'real'], columns: ['blocked', 'kept'] },
  { things: 'photos', rows: ['blurred', 'sharp'], columns: ['rejected', 'accepted'] },
  { things: 'pages', rows: ['relevant', 'irrelevant'], columns: ['returned', 'omitted'] },
  { things: 'parts', rows: ['broken', 'intact'], columns: ['marked', 'unmarked'] },
];
const [X, Y] = [math`X`, math`Y`];
const VARIABLES = [
  say`${X} is 1 for a spam message and 0 for any other; ${Y} counts its links.`,
  say`${X} is 1 for a new user and 0 for an old one; ${Y} counts the purchases.`,
  say`${X} is 1 for a photo taken indoors and 0 for one taken outdoors; ${Y} counts the people in it.`,
  say`${X} is 1 for a busy server and 0 for an idle one; ${Y} counts its failures.`,
  say`${X} is 1 for a long sentence and 0 for a short one; ${Y} counts the errors of a model.`,
];

export default generator({
  id: 'probability/joint-and-conditional',
  version: 1,
  title: 'Joint, marginal and conditional from a table',
  bullet: 'Probability Theory',
  why: 'Precision and recall are conditional probabilities from one table; a classifier is a conditional distribution.',
  needs: ['probability/events'],
  levels: [
    level({
      says: 'a joint and a marginal probability from counts',
      par: 30,
      pick(rng) {
        const given = drawCounts(rng);
        if (!given) return undefined;
        const { joint, ofRow, ofColumn, row, column } = counted(given);
        const isClear =
          areDifferent(joint, ofRow, ofColumn) && areDifferent(joint, row, column, ONE.minus(row), ONE.minus(column));
        return isClear ? { ...given, scene: rng.index(JUDGED) } : undefined;
      },
      ask(given) {
        const { i, j, isRow, scene } = given;
        const { things, rows, columns } = at(JUDGED, scene);
        const { total, cell, joint, ofRow, ofColumn, row, column, rowCells, columnCells } = counted(given);
        const [first, second] = [at(rows, i), at(columns, j)];
        const [name, other] = isRow ? [first, second] : [second, first];
        const [key, wrong, cells] = isRow ? [row, column, rowCells] : [column, row, columnCells];
        return {
          statement: say`The table counts ${total} ${things}. ${countTable(given)} One of them is drawn, all equally likely. Find the exact probabilities that it is ${first} and ${second}, and that it is ${name}.`,
          answers: [
            answer.number({
              label: say`${math`P(${word(first)},\, ${word(second)}) =`}`,
              key: joint,
              mistakes: [
                mistake(ofRow)`You divided by the ${first} ${things} alone. For both together, divide by all ${total}.`,
                mistake(ofColumn)`You divided by the ${second} ${things} alone. For both together, divide by all ${total}.`,
                mistake(
                  row.times(column),
                )`You multiplied two marginal probabilities. The table has the joint one: one cell of all.`,
                mistake(cell)`That is a count. Divide it by the number of all ${things}.`,
              ],
            }),
            answer.number({
              label: say`${math`P(${word(name)}) =`}`,
              key,
              mistakes: [
                mistake(
                  joint,
                )`That is only the part that is ${other} too. Add the other cell of the same ${isRow ? 'row' : 'column'}.`,
                mistake(wrong)`That is the probability of “${other}”. Add up the ${isRow ? 'row' : 'column'} of “${name}”.`,
                mistake(ONE.minus(key))`That is the probability of the opposite.`,
                mistake(key.over(ONE.minus(key)))`Those are the odds. Divide by all ${things}.`,
              ],
            }),
          ],
          hints: [
            say`A joint probability is one cell divided by the total; a marginal one is a whole row or column divided by the total.`,
            say`For “${first} and ${second}” find the one cell. For “${name}” add both cells of its ${isRow ? 'row' : 'column'}.`,
            say`The ${isRow ? 'row' : 'column'} of “${name}” has ${math`${signedSum(cells)} = ${sum(cells)}`}.`,
          ],
          solution: [
            say`The cell of both holds ${cell}: ${quotient(cell, total)}.`,
            say`For “${name}”: ${math`${signedSum(cells)} = ${sum(cells)}`}, so the probability is ${quotient(sum(cells).toNumber(), total)}.`,
          ],
        };
      },
      // Makes a list of all the things and looks at each.
      verify({ cells, i, j, isRow }, [joint, marginal]) {
        const all = records(cells);
        const both = all.filter(([x, y]) => x === i && y === j).length;
        const one = all.filter(([x, y]) => (isRow ? x === i : y === j)).length;
        return joint.times(all.length).equals(both) && marginal.times(all.length).equals(one);
      },
    }),

    level({
      says: 'a conditional probability from counts, in words',
      par: 30,
      pick(rng) {
        const given = drawCounts(rng);
        if (!given) return undefined;
        const { joint, ofRow, ofColumn, row, column } = counted(given);
        const key = given.isRow ? ofRow : ofColumn;
        const isClear = areDifferent(joint, ofRow, ofColumn, row, column) && !key.equals(ONE.minus(key));
        return isClear ? { ...given, scene: rng.index(JUDGED) } : undefined;
      },
      ask(given) {
        const { i, j, isRow, scene } = given;
        const { things, rows, columns } = at(JUDGED, scene);
        const { total, cell, joint, ofRow, ofColumn, row, column, rowCells, columnCells } = counted(given);
        const [first, second] = [at(rows, i), at(columns, j)];
        const [whole, part, opposite] = isRow ? [first, second, at(columns, 1 - j)] : [second, first, at(rows, 1 - i)];
        const [key, reverse, marginal, cells] = isRow ? [ofRow, ofColumn, column, rowCells] : [ofColumn, ofRow, row, columnCells];
        const size = sum(cells).toNumber();
        return {
          statement: say`The table counts ${total} ${things}. ${countTable(given)} Exactly what share of the ${whole} ${things} are ${part}?`,
          answers: [
            answer.number({
              label: say`Share:`,
              key,
              mistakes: [
                mistake(reverse)`That is the share of the ${part} ones that are ${whole}. Here the ${whole} ones are the whole.`,
                mistake(joint)`You divided by all ${things}. Divide by the ${whole} ones alone.`,
                mistake(marginal)`That is the share of the ${part} ones among all ${things}. Look at the ${whole} ones alone.`,
                mistake(ONE.minus(key))`That is the share of the ${whole} ones that are ${opposite}.`,
                mistake(rational(cell, size - cell))`You divided by those that are ${opposite}. Divide by all ${whole} ones.`,
              ],
            }),
          ],
          hints: [
            say`A condition makes one row or column the whole: ${math`P(A \mid B) = \frac{P(A \cap B)}{P(B)}`}, and for counts the cell divided by the sum of its row or column.`,
            say`“Of the ${whole} ${things}” is the condition. Add up their ${isRow ? 'row' : 'column'} and divide the cell of “${part}” by it.`,
            say`There are ${math`${signedSum(cells)} = ${size}`} ${whole} ${things}.`,
          ],
          solution: [
            say`There are ${math`${signedSum(cells)} = ${size}`} ${whole} ${things}.`,
            say`Of these ${cell} are ${part}: the share is ${quotient(cell, size)}.`,
          ],
        };
      },
      // Makes a list of all the things, keeps those of the condition and counts among them.
      verify({ cells, i, j, isRow }, [key]) {
        const kept = records(cells).filter(([x, y]) => (isRow ? x === i : y === j));
        return key.times(kept.length).equals(kept.filter(([x, y]) => x === i && y === j).length);
      },
    }),

    level({
      says: 'a whole conditional distribution',
      par: 50,
      pick(rng) {
        const given = { cells: drawTwentieths(rng), isRow: rng.int(0, 2) > 0, scene: rng.index(VARIABLES) };
        const value = given.isRow ? rng.int(0, 1) : rng.int(0, 2);
        const { key, joint, marginal, reverse } = conditional({ ...given, value });
        return areDifferent(key, joint, marginal, reverse) ? { ...given, value } : undefined;
      },
      ask(given) {
        const { isRow, scene, value } = given;
        const { key, joint, marginal, reverse, other } = conditional(given);
        const [free, fixed] = isRow ? [Y, X] : [X, Y];
        const total = sum(joint.entries);
        const condition = math`${fixed} = ${value}`;
        return {
          statement: say`${at(VARIABLES, scene)} ${jointTable(given.cells)} Find the exact conditional distribution of ${free} given ${condition}: the probabilities of ${math`${free} = ${isRow ? '0, 1, 2' : '0, 1'}`} in this order.`,
          answers: [
            answer.vector({
              label: say`Given ${condition}:`,
              key,
              mistakes: [
                mistake(joint)`Those are joint probabilities. Divide each by their sum, so that they add up to 1.`,
                mistake(
                  marginal,
                )`That is the marginal distribution of ${free}. Use only the ${isRow ? 'row' : 'column'} of the condition.`,
                mistake(
                  reverse,
                )`You divided each entry by the sum of its ${isRow ? 'column' : 'row'}. Divide by that of the ${isRow ? 'row' : 'column'} of ${condition}.`,
                mistake(other)`You took another ${isRow ? 'row' : 'column'}. The condition is ${condition}.`,
              ],
            }),
          ],
          hints: [
            say`A condition picks one row or column of the joint table: ${isRow ? math`p(y \mid x) = \frac{p(x, y)}{P(X = x)}` : math`p(x \mid y) = \frac{p(x, y)}{P(Y = y)}`}.`,
            say`Add up the ${isRow ? 'row' : 'column'} of ${condition}. Divide its entries by this sum; then they add up to 1.`,
            say`The sum is ${math`${signedSum(joint.entries, decimal)} = ${decimal(total)}`}.`,
          ],
          solution: [
            say`${math`P(${condition}) = ${signedSum(joint.entries, decimal)} = ${decimal(total)}`}.`,
            say`Each entry of the ${isRow ? 'row' : 'column'} divided by ${decimal(total)}: ${row(key.entries)}.`,
          ],
        };
      },
      // Twenty equally likely records: keeps those of the condition and counts each value among them.
      verify({ cells, isRow, value }, [key]) {
        const kept = records(cells).filter(([x, y]) => (isRow ? x : y) === value);
        const counts = (isRow ? [0, 1, 2] : [0, 1]).map(n => kept.filter(([x, y]) => (isRow ? y : x) === n).length);
        return key.equals(vector(counts.map(count => rational(count, kept.length))));
      },
    }),

    level({
      says: 'a conditional probability and a conditional mean',
      par: 60,
      pick(rng) {
        const given = { cells: drawTwentieths(rng), x: rng.int(0, 1), y: rng.int(0, 2), given: rng.int(0, 1) };
        const { joint, back, forward, prior, mean, raw, plain, other } = means(given.cells, given.x, given.y, given.given);
        const isClear = areDifferent(back, joint, forward, prior) && areDifferent(mean, raw, plain, other, ONE);
        return isClear ? { ...given, scene: rng.index(VARIABLES) } : undefined;
      },
      ask(given) {
        const { cells, x, y, given: condition, scene } = given;
        const { joint, back, forward, prior, mean, raw, plain, other, entries } = means(cells, x, y, condition);
        const [column, total] = [cells.map(line => twentieths(at(line, y))), sum(entries)];
        return {
          statement: say`${at(VARIABLES, scene)} ${jointTable(cells)} Find the exact ${math`P(X = ${x} \mid Y = ${y})`} and ${math`E[Y \mid X = ${condition}]`}, the mean of ${Y} when ${math`X = ${condition}`}.`,
          answers: [
            answer.number({
              label: say`${math`P(X = ${x} \mid Y = ${y}) =`}`,
              key: back,
              mistakes: [
                mistake(joint)`That is the joint probability. Divide it by ${math`P(Y = ${y})`}.`,
                mistake(forward)`That is ${math`P(Y = ${y} \mid X = ${x})`}. What stands behind the bar is the condition.`,
                mistake(prior)`That is ${math`P(X = ${x})`} without the condition. Use only the column of ${math`Y = ${y}`}.`,
                mistake(ONE.minus(back))`That is the probability of the other value of ${X}.`,
              ],
            }),
            answer.number({
              label: say`${math`E[Y \mid X = ${condition}] =`}`,
              key: mean,
              mistakes: [
                mistake(raw)`The row adds up to ${decimal(total)}, not to 1. Divide by it.`,
                mistake(plain)`That is the mean of ${Y} over both rows. Use the row of ${math`X = ${condition}`} alone.`,
                mistake(other)`You took the other row.`,
                mistake(ONE)`You took the plain mean of 0, 1 and 2. Weight the values by their probabilities.`,
              ],
            }),
          ],
          hints: [
            say`What stands behind the bar picks a row or a column. Divided by its sum, it is a distribution.`,
            say`For the first, divide an entry by its column. For the mean, weight the values 0, 1, 2 with the entries of the row, add, and divide by the sum of the row.`,
            say`The column of ${math`Y = ${y}`} adds up to ${decimal(sum(column))}, the row of ${math`X = ${condition}`} to ${decimal(total)}.`,
          ],
          solution: [
            say`Column: ${math`P(Y = ${y}) = ${signedSum(column, decimal)} = ${decimal(sum(column))}`}.`,
            say`${math`P(X = ${x} \mid Y = ${y}) = ${decimal(joint)} / ${decimal(sum(column))} = ${back}`}.`,
            say`Row: ${math`P(X = ${condition}) = ${signedSum(entries, decimal)} = ${decimal(total)}`}.`,
            say`Weighted: ${math`${productSum(weighted(entries), decimal)} = ${decimal(raw)}`}. The mean: ${math`${decimal(raw)} / ${decimal(total)} = ${mean}`}.`,
          ],
        };
      },
      // Twenty equally likely records: keeps those of each condition, then counts and averages.
      verify({ cells, x, y, given }, [back, mean]) {
        const inColumn = records(cells).filter(record => record[1] === y);
        const values = records(cells).flatMap(record => (record[0] === given ? [record[1]] : []));
        const isShare = back.times(inColumn.length).equals(inColumn.filter(record => record[0] === x).length);
        return isShare && mean.times(values.length).equals(sum(values));
      },
    }),

    level({
      says: 'the other conditional distribution, from what is known',
      par: 90,
      pick(rng) {
        const [cells, y] = [drawTwentieths(rng), rng.int(0, 2)];
        // The row of X = 1 ends in decimals.
        if (![4, 5, 8].includes(sum(at(cells, 1)).toNumber())) return undefined;
        const { first, key, all, ones, rest, mirrored, back, joint } = hidden(cells, y);
        const isClear = areDifferent(key, all, ones, rest, mirrored);
        return isClear && areDifferent(back, joint, first, at(ones.entries, y))
          ? { cells, y, scene: rng.index(VARIABLES) }
          : undefined;
      },
      ask({ cells, y, scene }) {
        const { first, second, key, all, ones, rest, mirrored, back, joint } = hidden(cells, y);
        const lines = [
          [math`p(y)`, ...all.entries.map(decimal)],
          [math`p(y \mid X = 1)`, ...ones.entries.map(decimal)],
        ];
        const given = math`p(${y} \mid X = 1)`;
        return {
          statement: say`${at(VARIABLES, scene)} You know ${math`P(X = 1) = ${decimal(first)}`} and the distributions in the table. ${table(
            [math`y`, 0, 1, 2].map(cell => math`${cell}`),
            lines,
          )} Find the exact distribution of ${Y} given ${math`X = 0`} (the probabilities of 0, 1, 2 in this order) and ${math`P(X = 1 \mid Y = ${y})`}.`,
          answers: [
            answer.vector({
              label: say`Given ${math`X = 0`}:`,
              key,
              mistakes: [
                mistake(rest)`Those are the joint probabilities with ${math`X = 0`}. Divide by ${math`P(X = 0)`}.`,
                mistake(mirrored)`You gave both values of ${X} the weight one half. Use ${math`P(X = 1)`}.`,
                mistake(all)`That is the distribution over both values of ${X}. Take away the part with ${math`X = 1`}.`,
                mistake(all.minus(ones))`Weight the second row with ${math`P(X = 1)`} before you take it away.`,
                mistake(ones)`That is the distribution given ${math`X = 1`}. The other one makes up the rest.`,
              ],
            }),
            answer.number({
              label: say`${math`P(X = 1 \mid Y = ${y}) =`}`,
              key: back,
              mistakes: [
                mistake(at(ones.entries, y))`That is ${given}, with the condition on the other side.`,
                mistake(joint)`That is the joint probability. Divide it by ${math`P(Y = ${y})`}.`,
                mistake(first)`That is ${math`P(X = 1)`} before ${Y} is known.`,
                mistake(ONE.minus(back))`That is the probability of ${math`X = 0`}, given ${math`Y = ${y}`}.`,
              ],
            }),
          ],
          hints: [
            say`The joint probabilities add up to the marginal one: ${math`p(y) = P(X = 0) \, p(y \mid X = 0) + P(X = 1) \, p(y \mid X = 1)`}.`,
            say`Multiply the second row by ${math`P(X = 1)`}: joint probabilities. Take them from the first row, and divide by ${math`P(X = 0)`}. For the last question, divide a joint probability by ${math`p(y)`}.`,
            say`With ${math`X = 1`} the joint probabilities are ${list(all.minus(rest).entries.map(decimal))}.`,
          ],
          solution: [
            say`Joint with ${math`X = 1`}, the second row times ${decimal(first)}: ${list(all.minus(rest).entries.map(decimal))}.`,
            say`Joint with ${math`X = 0`}, taken from the first row: ${list(rest.entries.map(decimal))}.`,
            say`Divided by ${math`P(X = 0) = 1 - ${decimal(first)} = ${decimal(second)}`}: ${row(key.entries)}.`,
            say`${math`P(X = 1 \mid Y = ${y}) = ${decimal(joint)} / ${decimal(at(all.entries, y))} = ${back}`}.`,
          ],
        };
      },
      // Twenty equally likely records, of which the statement tells a part: counts among those that a condition keeps.
      verify({ cells, y }, [key, back]) {
        const [zeros, column] = [records(cells).filter(([x]) => x === 0), records(cells).filter(record => record[1] === y)];
        const counts = [0, 1, 2].map(value => zeros.filter(record => record[1] === value).length);
        const isKey = key.equals(vector(counts.map(count => rational(count, zeros.length))));
        return isKey && back.times(column.length).equals(column.filter(([x]) => x === 1).length);
      },
    }),
  ],
});

type Cells = readonly (readonly number[])[];

/** Positive whole numbers with this sum. */
function parts(rng: Rng, total: number, count: number): number[] {
  const places = Array.from({ length: total - 1 }, (_, i) => i + 1);
  const cuts = [0, ...rng.sample(places, count - 1).sort((a, b) => a - b), total];
  return cuts.slice(1).map((end, i) => end - at(cuts, i));
}

/** Two by two counts with a round sum, none too small, judged better than by chance; a cell, and whether its row is meant. */
function drawCounts(rng: Rng) {
  const total = rng.pick([20, 40, 50, 60, 80, 100, 120, 200]);
  const counts = parts(rng, total, 4);
  const [a = 0, b = 0, c = 0, d = 0] = counts;
  if (a * d <= b * c || Math.min(a, b, c, d) < 2 || Math.min(a, b, c, d) * 30 < total) return undefined;
  const cells = [counts.slice(0, 2), counts.slice(2)];
  return { cells, i: rng.int(0, 1), j: rng.int(0, 1), isRow: rng.int(0, 1) === 1 };
}

/** Two by three positive twentieths. */
function drawTwentieths(rng: Rng): Cells {
  const all = parts(rng, 20, 6);
  return [all.slice(0, 3), all.slice(3)];
}

/** A row and a column for each case that the cells count. */
function records(cells: Cells): (readonly [number, number])[] {
  return cells.flatMap((line, x) => line.flatMap((count, y) => Array.from({ length: count }, () => [x, y] as const)));
}

const twentieths = (count: number) => rational(count, 20);

interface Asked {
  readonly cells: Cells;
  readonly i: number;
  readonly j: number;
}

function counted({ cells, i, j }: Asked) {
  const [rowCells, columnCells] = [at(cells, i), cells.map(line => at(line, j))];
  const [total, cell] = [sum(cells.flat()), at(rowCells, j)];
  const [ofRow, ofColumn] = [rational(cell).over(sum(rowCells)), rational(cell).over(sum(columnCells))];
  const [row, column] = [sum(rowCells).over(total), sum(columnCells).over(total)];
  return {
    total: total.toNumber(),
    cell,
    rowCells,
    columnCells,
    joint: rational(cell).over(total),
    ofRow,
    ofColumn,
    row,
    column,
  };
}

function countTable({ cells, scene }: Asked & { readonly scene: number }) {
  const { things, rows, columns } = at(JUDGED, scene);
  return table(
    [word(things), ...columns.map(word)],
    rows.map((name, i) => [word(name), ...at(cells, i)]),
  );
}

function jointTable(cells: Cells) {
  return table(
    [math`p(x, y)`, math`Y = 0`, math`Y = 1`, math`Y = 2`],
    cells.map((line, x) => [math`X = ${x}`, ...line.map(count => decimal(twentieths(count)))]),
  );
}

/** `24 / 40 = 3/5`, or just the fraction where it is in lowest terms. */
function quotient(top: number, bottom: number) {
  const value = rational(top, bottom);
  return value.denominator === BigInt(bottom) ? math`${value}` : math`${top} / ${bottom} = ${value}`;
}

/** The distribution along a row or a column, and what else it could be taken for. */
function conditional({ cells, isRow, value }: { readonly cells: Cells; readonly isRow: boolean; readonly value: number }) {
  const lines = isRow ? cells : [0, 1, 2].map(y => cells.map(line => at(line, y)));
  const picked = at(lines, value);
  const across = picked.map((_, n) => sum(lines.map(line => at(line, n))));
  return {
    key: normalised(picked),
    joint: vector(picked.map(twentieths)),
    marginal: vector(across.map(total => total.over(20))),
    reverse: vector(picked.map((count, n) => rational(count).over(at(across, n)))),
    other: normalised(at(lines, value === 0 ? 1 : value - 1)),
  };
}

const weighted = (entries: readonly Rational[]) => entries.map((entry, value) => [value, entry] as const);

function means(cells: Cells, x: number, y: number, given: number) {
  const lines = cells.map(line => line.map(twentieths));
  const totals = lines.map(line => sum(line));
  const raws = lines.map(line => sum(weighted(line).map(([value, entry]) => entry.times(value))));
  const joint = at(at(lines, x), y);
  return {
    joint,
    back: joint.over(sum(lines.map(line => at(line, y)))),
    forward: joint.over(at(totals, x)),
    prior: at(totals, x),
    entries: at(lines, given),
    mean: at(raws, given).over(at(totals, given)),
    raw: at(raws, given),
    plain: sum(raws),
    other: at(raws, 1 - given).over(at(totals, 1 - given)),
  };
}

/** What the statement of the last level tells, and what follows from that alone: marginals and the row of X = 1. */
function hidden(cells: Cells, y: number) {
  const [zero, one] = [vector(at(cells, 0).map(twentieths)), vector(at(cells, 1).map(twentieths))];
  const all = zero.plus(one);
  const first = sum(one.entries);
  const second = ONE.minus(first);
  const ones = one.times(ONE.over(first));
  const rest = all.minus(ones.times(first));
  const joint = at(ones.entries, y).times(first);
  return {
    ...{ first, second, all, ones, rest, joint },
    key: rest.times(ONE.over(second)),
    mirrored: all.times(2).minus(ones),
    back: joint.over(at(all.entries, y)),
  };
}
