// What is made for paper, shown as nodes of the page: plain elements, drawings, words, and formulas with spoken words.
import 'katex/dist/katex.min.css';
import '../../../figures/figure.css';
import '../../../paper/sheet.css';
import '../../styles/formula.css';
import '../../styles/print.css';
import { signal, useSignal } from '@preact/signals';
import { type ComponentChild, h, type JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Formula } from '../../../exercise/formula.ts';
import type { PaperElement, PaperNode } from '../../../paper/node.ts';
import { isShort } from '../../../paper/typesetting.ts';
import { setFormula } from '../../formula-cache.ts';
import { keepFitting } from '../../sets/fit.ts';

export const Paper = ({ node }: { readonly node: PaperNode }): JSX.Element => <>{mount(node)}</>;

/** The screen has a heading of its own above them. */
const TAGS: Readonly<Record<string, string>> = { h1: 'h2' };

const mount = (node: PaperNode): ComponentChild => {
  if (typeof node === 'string') return node;
  if ('tex' in node) return <PaperFormula formula={node} />;
  if (node.attributes.class === 'sheet-list') return <LongList list={node} />;
  return h(TAGS[node.tag] ?? node.tag, { ...node.attributes }, ...node.children.map(mount));
};

/** Nothing is held back any more, since it is going to be printed. */
export const isWhole = signal(false);

/** What a phone shows at once, and adds at a time. */
const FIRST = 10;
const STEP = 4;
/** Milliseconds in between, in which a tap is heard. */
const PAUSE = 40;

/** A list of hundreds of exercises takes seconds: it grows while one looks at its beginning. */
const LongList = ({ list: { tag, attributes, children } }: { readonly list: PaperElement }): JSX.Element => {
  const grown = useSignal(FIRST);
  useEffect(() => {
    if (grown.value >= children.length) return undefined;
    const timer = setTimeout(() => (grown.value += STEP), PAUSE);
    return () => clearTimeout(timer);
  }, [grown.value, children.length]);
  const shown = isWhole.value ? children : children.slice(0, grown.value);
  return h(tag, { ...attributes }, ...shown.map((child, i) => <Settled key={i} node={child} />));
};

const Settled = ({ node }: { readonly node: PaperNode }): JSX.Element => useMemo(() => <Paper node={node} />, [node]);

const PaperFormula = ({ formula }: { readonly formula: Formula }): JSX.Element => {
  const { tex, speech, display } = formula;
  const picture = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (!picture.current) return undefined;
    picture.current.replaceChildren(setFormula(tex, display === true));
    return isShort(formula) ? undefined : keepFitting(picture.current);
  }, [tex, display]);
  return (
    <span class={isShort(formula) ? 'formula sheet-short' : 'formula'}>
      <span ref={picture} class="paper-formula" aria-hidden="true" />
      <span class="spoken">{` ${speech} `}</span>
    </span>
  );
};
