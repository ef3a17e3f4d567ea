// One formula: set by KaTeX for the eye, spoken words for the ear.
import 'katex/dist/katex.min.css';
import './styles/formula.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Formula as FormulaData } from '../exercise/formula.ts';
import { isShort } from '../paper/typesetting.ts';
import { setFormula } from './formula-cache.ts';
import { keepReachable } from './scroll-box.ts';

export function Formula({ formula: { tex, speech, display } }: { readonly formula: FormulaData }) {
  return (
    <span class={display ? 'formula formula-display' : 'formula'}>
      <Tex tex={tex} display={display === true} />
      <span class="spoken">{` ${speech} `}</span>
    </span>
  );
}

/** The same with fractions at full size, for a formula that stands alone in a line. */
export function roomy({ tex, speech }: FormulaData): FormulaData {
  return { tex: `\\displaystyle ${tex}`, speech };
}

/** Even with text twice as large. */
const fitsAnyColumn = (tex: string): boolean => tex.length <= 8;

/** The picture of a formula alone, for places that say it in other words. */
export function Tex({ tex, display = false }: { readonly tex: string; readonly display?: boolean }) {
  const box = useRef<HTMLSpanElement>(null);
  const picture = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (!box.current || !picture.current) return;
    picture.current.replaceChildren(setFormula(tex, display));
    return fitsAnyColumn(tex) ? undefined : keepReachable(box.current);
  }, [tex, display]);
  return (
    <span ref={box} class={isShort({ tex, display }) ? 'formula-picture formula-short' : 'formula-picture'}>
      <span ref={picture} aria-hidden="true" />
    </span>
  );
}
