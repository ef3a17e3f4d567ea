// A set as Moodle XML: one "cloze" question an exercise, each part with its own fields and what is said to known mistakes.
// Format: https://docs.moodle.org/en/Moodle_XML_format and https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type
import type { Exercise } from '../exercise/generator.ts';
import { describe } from '../figures/describe.ts';
import { draw } from '../figures/draw.ts';
import { base64 } from './base64.ts';
import { escaped } from './html.ts';
import { mathJax, standaloneSvg } from './mathjax.ts';
import { fieldsOf } from './moodle-fields.ts';

/** Imported into a category named after the set. */
export function moodleXml(title: string, exercises: readonly Exercise[]): string {
  const category = `<question type="category"><category><text>${escaped(`$course$/${title.replaceAll('/', '//')}`)}</text></category></question>`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<quiz>', category, ...exercises.map(question), '</quiz>', ''].join('\n');
}

function question(exercise: Exercise, index: number): string {
  const { id, version, level, seed, hints, solution } = exercise;
  const name = `${String(index + 1).padStart(3, '0')} ${id}@${version}/${level} ${seed}`;
  return [
    '<question type="cloze">',
    `<name>${text(name)}</name>`,
    body(exercise),
    `<generalfeedback format="html">${text(`<ol>${solution.map(step => `<li>${mathJax(step)}</li>`).join('')}</ol>`)}</generalfeedback>`,
    '<penalty>0.3333333</penalty>',
    ...hints.map(hint => `<hint format="html">${text(mathJax(hint))}</hint>`),
    '</question>',
  ].join('\n');
}

function body({ statement, figures = [], answers }: Exercise): string {
  const drawn = figures.map((figure, i) => {
    const name = `figure-${i + 1}.svg`;
    return { name, alt: describe(figure), data: base64(standaloneSvg(draw(figure))) };
  });
  const html = [
    `<p>${mathJax(statement)}</p>`,
    ...drawn.map(({ name, alt }) => `<p><img src="@@PLUGINFILE@@/${name}" alt="${escaped(alt)}"></p>`),
    ...answers.map(answer => `<div>${mathJax(answer.label)} ${fieldsOf(answer)}</div>`),
  ].join('');
  const files = drawn.map(({ name, data }) => `<file name="${name}" path="/" encoding="base64">${data}</file>`);
  return `<questiontext format="html">${text(html)}${files.join('')}</questiontext>`;
}

function text(html: string): string {
  return `<text>${escaped(html)}</text>`;
}
