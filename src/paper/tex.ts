// A set on paper as a LaTeX document, for teachers who go on writing in it.
import { keyText } from '../answers/answer-text.ts';
import type { Answer } from '../exercise/answer.ts';
import type { Exercise } from '../exercise/generator.ts';
import { draw } from '../figures/draw.ts';
import { qrCode } from './qr.ts';
import { type Layout, named, PARTS, type Sheet, type SheetPart, titleOf } from './sheet.ts';
import { texFigure } from './tex-figure.ts';
import { texText, texWords } from './tex-words.ts';
import { roomy } from './typesetting.ts';

const PREAMBLE = String.raw`\documentclass[11pt,a4paper]{article}
\usepackage[T1]{fontenc}
\IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
\usepackage[utf8]{inputenc}
\usepackage[margin=18mm]{geometry}
\usepackage{amsmath,amssymb,multicol,tikz}
\usetikzlibrary{svg.path}
\setlength{\parindent}{0pt}
\setlength{\emergencystretch}{3em}
\raggedcolumns
\newcommand{\blank}{\rule[-2pt]{35mm}{0.4pt}}
\newcommand{\tick}{$\square$}
\newsavebox{\formula}
\newcommand{\fitted}[1]{\[\sbox{\formula}{$\displaystyle #1$}%
  \ifdim\wd\formula>\linewidth\resizebox{\linewidth}{!}{\usebox{\formula}}\else\usebox{\formula}\fi\]}
\begin{document}`;

/** Compiles with pdfLaTeX and the packages named at its head. */
export function texDocument(sheet: Sheet, { columns, parts }: Layout): string {
  const pages = PARTS.filter(part => parts.includes(part)).map(part => PAGES[part](sheet, columns));
  return [PREAMBLE, pages.join('\n\\newpage\n'), '\\end{document}', ''].join('\n');
}

type Columns = Layout['columns'];

const PAGES: { readonly [P in SheetPart]: (sheet: Sheet, columns: Columns) => string } = {
  exercises: (sheet, columns) => `${head(sheet)}\n${listed(sheet.exercises.map(question).map(unbroken), columns)}`,
  key: ({ title, exercises }) => `${heading('Key', title)}\n${listed(exercises.map(keys), 2)}`,
  solutions: ({ title, exercises }) => `${heading('Worked solutions', title)}\n${listed(exercises.map(solution), 1)}`,
};

function heading(part: string, title: string): string {
  return `\\section*{${texWords(named(part, title))}}`;
}

function head({ title, link }: Sheet): string {
  return [
    '\\begin{minipage}[t]{0.72\\linewidth}',
    `{\\LARGE\\bfseries ${texWords(titleOf({ title }))}}\\\\[8mm]`,
    'Name \\rule{60mm}{0.4pt}\\quad Date \\rule{22mm}{0.4pt}\\\\[3mm]',
    `{\\tiny\\ttfamily\\raggedright ${breakable(link)}\\par}`,
    '\\end{minipage}\\hfill',
    `\\begin{minipage}[t]{30mm}\\vspace{0pt}\\resizebox{30mm}{!}{%\n${texFigure(qrCode(link))}}\\end{minipage}`,
    '\\par\\bigskip\\hrule\\bigskip',
  ].join('\n');
}

/** A link may break anywhere. */
function breakable(link: string): string {
  return [...link].map(texWords).join('\\allowbreak ');
}

function listed(items: readonly string[], columns: Columns): string {
  const list = ['\\begin{enumerate}', ...items.map(item => `\\item ${item}`), '\\end{enumerate}'].join('\n');
  return columns === 1 ? list : `\\begin{multicols}{2}\n${list}\n\\end{multicols}`;
}

function question({ statement, figures = [], answers }: Exercise): string {
  const drawn = figures.map(figure => `\\begin{center}\n${texFigure(draw(figure))}\n\\end{center}`);
  return [texText(statement), ...drawn, ...answers.map(place), '\\vspace{18mm}'].join('\n\n\\smallskip\n');
}

/** Kept on one page and in one column. */
function unbroken(item: string): string {
  return `\\begin{minipage}[t]{\\linewidth}\n${item}\n\\end{minipage}`;
}

function place(answer: Answer): string {
  if (!('options' in answer)) return `${texText(roomy(answer.label))} \\blank`;
  const mark = answer.kind === 'ordering' ? '\\rule[-2pt]{8mm}{0.4pt}' : '\\tick';
  return [texText(answer.label), ...answer.options.map(({ text }) => `${mark}\\ ${texText(text)}`)].join('\n\n');
}

function keys({ answers }: Exercise): string {
  return answers.map(answer => `${texText(roomy(answer.label))} ${texText(roomy(keyText(answer)))}`).join('\\quad ');
}

function solution(exercise: Exercise): string {
  const steps = exercise.solution.map(step => `\\item ${texText(step)}`);
  return ['\\begin{itemize}', ...steps, '\\end{itemize}', keys(exercise)].join('\n');
}
