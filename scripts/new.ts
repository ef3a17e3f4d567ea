// `npm run new area/skill`: a generator that passes the contract from the first minute, to be changed step by step.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { PLAN, topicsOf } from './catalog-index.ts';

const USAGE = 'npm run new area/skill, in lower case with hyphens: npm run new calculus/power-rule';

const areas = new Set(Object.keys(PLAN).map(id => id.split('/')[0]));
const [id = ''] = process.argv.slice(2);
const file = `generators/${id}.ts`;

if (!/^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) refuse(USAGE);
else if (!areas.has(id.split('/')[0])) refuse(`The areas are ${[...areas].join(', ')}.`);
else if (existsSync(file)) refuse(`${file} is there already.`);
else {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, template(id));
  console.log(`${file} is ready. Next:
  npm run golden -- ${id}          writes its golden files and the catalog
  npx vitest run --project unit test/contract -t ${id}
  npm run -s gradus -- check ${id} --count 5000`);
}

function refuse(says: string): void {
  console.error(says);
  process.exitCode = 2;
}

function template(skill: string): string {
  const title = (skill.split('/')[1] ?? '').replaceAll('-', ' ').replace(/^./, first => first.toUpperCase());
  const needs = (PLAN[skill]?.needs ?? []).map(need => `'${need}'`).join(', ');
  const bullet = PLAN[skill]?.bullet ?? topicsOf(skill.split('/')[0] ?? '')[0];
  return `// ${title}: say in one line what is practised here.
import { answer, display, generator, level, math, mistake, Polynomial, rational, say } from '#kit';

export default generator({
  id: '${skill}',
  version: 1,
  title: '${title}',
  bullet: '${bullet}',
  why: 'Where machine learning needs it.',
  needs: [${needs}],
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
          statement: say\`Solve for \${math\`x\`}. \${display(math\`\${left} = \${right}\`)}\`,
          answers: [
            answer.number({
              label: say\`\${math\`x =\`}\`,
              key: root,
              mistakes: [
                mistake(difference)\`You moved the constant. Now divide by \${slope} as well.\`,
                mistake(root.negated())\`The sign is turned. Put your number back into the equation.\`,
              ],
            }),
          ],
          hints: [
            say\`Both sides stay equal when you do the same to both.\`,
            say\`Bring the constant to the right, then divide by the number in front of \${math\`x\`}.\`,
          ],
          solution: [
            say\`Without the constant: \${math\`\${slope} x = \${difference}\`}.\`,
            say\`Divided by \${slope}: \${math\`x = \${root}\`}.\`,
          ],
        };
      },
      // Put back: the equation holds.
      verify: ({ slope, constant, right }, [key]) => Polynomial.of(constant, slope).evaluate(key).equals(right),
    }),
  ],
});
`;
}
