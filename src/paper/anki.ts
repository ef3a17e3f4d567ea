// A set as a text file that Anki imports: statement on the front, key and worked solution on the back, formulas for its MathJax.
// Format: https://docs.ankiweb.net/importing/text-files.html
import { keyText } from '../answers/answer-text.ts';
import type { Exercise } from '../exercise/generator.ts';
import { draw } from '../figures/draw.ts';
import { mathJax, standaloneSvg } from './mathjax.ts';

/** Importing it again changes the notes of before, since each has a name of its own. */
export function ankiFile(title: string, exercises: readonly Exercise[]): string {
  const head = ['#separator:tab', '#html:true', '#notetype:Basic', `#deck:${title.replaceAll('::', ':')}`];
  const columns = ['#columns:GUID\tFront\tBack\tTags', '#guid column:1', '#tags column:4'];
  return [...head, ...columns, ...exercises.map(note), ''].join('\n');
}

function note({ id, version, level, seed, statement, figures = [], answers, solution }: Exercise): string {
  const pictures = figures.map(figure => `<div>${standaloneSvg(draw(figure))}</div>`);
  const parts = answers.map(answer => {
    const options =
      'options' in answer ? `<ul>${answer.options.map(({ text }) => `<li>${mathJax(text)}</li>`).join('')}</ul>` : '';
    return `<div>${mathJax(answer.label)}${options}</div>`;
  });
  const keys = answers.map(answer => `<div>${mathJax(answer.label)} <b>${mathJax(keyText(answer))}</b></div>`);
  const steps = `<ol>${solution.map(step => `<li>${mathJax(step)}</li>`).join('')}</ol>`;
  const fields = [
    `gradus:${id}@${version}/${level}/${seed}`,
    [`<div>${mathJax(statement)}</div>`, ...pictures, ...parts].join(''),
    [...keys, '<hr>', steps].join(''),
    `gradus ${id.replace('/', '::')} level-${level}`,
  ];
  return fields.map(quoted).join('\t');
}

/** In quotes, so that nothing in it parts fields or lines. */
function quoted(field: string): string {
  return `"${field.replaceAll('"', '""').replace(/\s*\n\s*/g, ' ')}"`;
}
