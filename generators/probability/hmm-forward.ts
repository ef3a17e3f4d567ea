// Hmm forward: say in one line what is practised here.
import { answer, display, generator, level, math, mistake, Polynomial, rational, say } from '#kit';

export default generator({
  id: 'probability/hmm-forward',
  version: 1,
  title: 'Hmm forward',
  bullet: 'Markov Chains',
  why: 'Where machine learning needs it.',
  needs: ['probability/markov-steps', 'probability/bayes-rule'],
  levels: [
    level({
      says: 'a linear equation with an integer root',
      par: 20,
      pick(rng) {
        const [slope, root, constant] = [rng.int(2, 9), rng.nonzero(-9, 9), rng.nonzero(-9, 9)];
        return { slope, constant, right: slope * root + constant };
      },
      ask({ slope, constant, right }) {
        const left = Polynomial.of(constant, slope);
        const difference = rational(right).minus(constant);
        const root = difference.over(slope);
        return {
          statement: say`Solve for ${math`x`}. ${display(math`${left} = ${right}`)}`,
          answers: [
            answer.number({
              label: say`${math`x =`}`,
              key: root,
              mistakes: [
                mistake(difference)`You moved the constant. Now divide by ${slope} as well.`,
                mistake(root.negated())`The sign is turned. Put your number back into the equation.`,
              ],
            }),
          ],
          hints: [
            say`Both sides stay equal when you do the same to both.`,
            say`Bring the constant to the right, then divide by the number in front of ${math`x`}.`,
          ],
          solution: [
            say`Without the constant: ${math`${slope} x = ${difference}`}.`,
            say`Divided by ${slope}: ${math`x = ${root}`}.`,
          ],
        };
      },
      // Put back: the equation holds.
      verify: ({ slope, constant, right }, [key]) => Polynomial.of(constant, slope).evaluate(key).equals(right),
    }),
  ],
});
