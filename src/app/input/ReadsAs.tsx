// The line under a field: how the answer is read, live; quiet while it is half typed, exact where it can't be read.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { kindOf } from '../../answers/kinds.ts';
import type { Answer, Kind } from '../../exercise/answer.ts';
import { list } from '../../exercise/formula.ts';
import { say, type Text } from '../../exercise/text.ts';
import { variable } from '../../math/expression/tree.ts';
import { Formula, roomy } from '../Formula.tsx';
import { Line } from '../Words.tsx';

const PAUSE = 1000;

/** What to type, for an empty field. */
const EXAMPLES: { readonly [K in Kind]?: string } = {
  number: 'a number, such as −3/4',
  real: 'a number, such as 0.25 or ln(2)/3',
  set: 'a set, such as {1, 2}',
  interval: 'an interval, such as (−1, 2] ∪ [5, ∞), or x ≤ 3',
  equation: 'an equation, with an = sign',
};

interface Props {
  readonly id: string;
  readonly answer: Answer;
  readonly text: string;
  /** This very text was handed in: what can't be read is said at once. */
  readonly checked: boolean;
  /** Whether an empty field says what to type. */
  readonly example: boolean;
}

export function ReadsAs({ id, answer, text, checked, example }: Props) {
  const reading = useMemo(() => read(answer, text), [answer, text]);
  const paused = usePaused(text);
  const isTypedOn = !reading.ok && reading.at >= text.trimEnd().length;
  const trouble = !reading.ok && (checked || (paused && !isTypedOn));
  return (
    <div id={id} class={trouble && checked ? 'reads-as reads-as-trouble' : 'reads-as'}>
      {example && text.trim() === '' && !trouble && <Line text={exampleFor(answer)} />}
      {reading.ok && (
        <>
          <span class="reads-as-name">reads as</span>
          <span class="reads-as-formula">
            <Formula formula={roomy(reading.formula)} />
          </span>
        </>
      )}
      {trouble && <Place text={text} at={reading.at} says={reading.says} />}
    </div>
  );
}

/** The typed text with its stumbling block underlined. */
function Place({ text, at, says }: { readonly text: string; readonly at: number; readonly says: string }) {
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  return (
    <span>
      {text.trim() !== '' && (
        <span class="place" aria-hidden="true">
          {text.slice(0, at)}
          <mark>{at < text.length ? sign : '\u2003'}</mark>
          {text.slice(at + sign.length)}
        </span>
      )}
      <span>{says}</span>
    </span>
  );
}

function read(answer: Answer, text: string) {
  const kind = kindOf(answer);
  const reading = kind.read(text, answer);
  return reading.ok ? { ok: true as const, formula: kind.show(reading.value, answer) } : reading;
}

function exampleFor(answer: Answer): Text {
  if (answer.kind !== 'expression' || answer.variables.length === 0) return [EXAMPLES[answer.kind] ?? ''];
  return say`an expression in ${list(answer.variables.map(name => variable(name)))}`;
}

/** True once nothing was typed for a while. */
function usePaused(text: string): boolean {
  const [pausedAt, setPausedAt] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setPausedAt(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return pausedAt === text;
}
