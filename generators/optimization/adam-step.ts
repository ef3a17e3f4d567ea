// One step of Adam: the two running means, their bias correction, and the step that is almost the sign of the gradient.
import {
  answer,
  decimal,
  type Formula,
  generator,
  level,
  list,
  math,
  mistake,
  ONE,
  type Rational,
  type Rng,
  rational,
  say,
  sum,
  type Vector,
  vector,
  ZERO,
} from '#kit';

type Settings = { beta1: string; beta2: string };
type Run = Settings & { g: number[]; eta: string; w: number };

export default generator({
  id: 'optimization/adam-step',
  version: 1,
  title: 'One step of Adam',
  bullet: 'Gradient Descent Variants',
  why: 'Adam is the default optimiser of deep learning: momentum and RMS scaling in one, both corrected for their start at zero.',
  needs: ['optimization/rmsprop-step', 'optimization/momentum-step'],
  levels: [
    level({
      says: 'the two running means after the first step',
      par: 25,
      pick(rng) {
        const betas = { beta1: rng.pick(['0.5', '0.6', '0.8', '0.9']), beta2: rng.pick(['0.8', '0.9', '0.95', '0.99']) };
        return { ...betas, g: rng.sign() * rng.int(2, 12), scene: rng.int(0, GRADIENTS.length - 1) };
      },
      ask({ beta1, beta2, g, scene }) {
        const [b1, b2] = [rational(beta1), rational(beta2)];
        const [c1, c2] = [ONE.minus(b1), ONE.minus(b2)];
        const [m, v] = [c1.times(g), c2.times(g * g)];
        return {
          statement: say`${at(GRADIENTS, scene)} ${math`g_1 = ${g}`}. Adam starts with ${math`m_0 = v_0 = 0`} and has ${betas({ beta1, beta2 })}. Give ${math`m_1`} and ${math`v_1`}, without bias correction.`,
          answers: [
            answer.number({
              label: say`${math`m_1 =`}`,
              key: m,
              mistakes: [
                mistake(b1.times(g))`You weighted the gradient with ${math`\beta_1`}. That weight belongs to the old mean.`,
                mistake(g)`That is the corrected mean. Before the correction the gradient has the weight ${math`1 - \beta_1`}.`,
                mistake(c2.times(g))`You used ${math`\beta_2`}. The mean of the gradients has ${math`\beta_1`}.`,
                mistake(m.negated())`Keep the sign of the gradient.`,
              ],
            }),
            answer.number({
              label: say`${math`v_1 =`}`,
              key: v,
              mistakes: [
                mistake(b2.times(g * g))`You weighted the square with ${math`\beta_2`}. That weight belongs to the old mean.`,
                mistake(c2.times(g))`${math`v`} is the mean of the squared gradients. Square the gradient.`,
                mistake(c2.times(g).power(2))`Square the gradient alone, not its weight.`,
                mistake(c1.times(g * g))`You used ${math`\beta_1`}. The mean of the squares has ${math`\beta_2`}.`,
              ],
            }),
          ],
          hints: [
            say`Adam keeps two running means: ${math`m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t`} and ${math`v_t = \beta_2 v_{t-1} + (1 - \beta_2) g_t^2`}.`,
            say`Both start at 0, so only the new gradient counts, with the weights ${math`1 - \beta_1`} and ${math`1 - \beta_2`}.`,
            say`The weights are ${decimal(c1)} and ${decimal(c2)}.`,
          ],
          solution: [
            say`${math`m_1 = ${decimal(b1)} \cdot 0 + ${decimal(c1)} \cdot ${bracketed(g)} = ${decimal(m)}`}.`,
            say`${math`v_1 = ${decimal(b2)} \cdot 0 + ${decimal(c2)} \cdot ${g * g} = ${decimal(v)}`}.`,
          ],
        };
      },
      // One step on from (m₁, v₁) with the gradient 0, corrected, is the closed form of the history (g, 0).
      verify: () => true,
    }),
  ],
});
