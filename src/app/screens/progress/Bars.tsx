// Amounts side by side as bars: each with its words for the ear, and with its number where there is room.
import type { JSX } from 'preact';

export interface Bar {
  readonly amount: number;
  /** Under the bar. */
  readonly name: string;
  readonly says: string;
}

interface Props {
  readonly bars: readonly Bar[];
  /** The place of the one that is now. */
  readonly now: number;
  readonly class: string;
}

// Where all are nothing, nothing is high.
const SMALLEST = 0.01;

export const Bars = ({ bars, now, class: name }: Props): JSX.Element => {
  const most = Math.max(SMALLEST, ...bars.map(({ amount }) => amount));
  return (
    <ol class={`bars ${name}`}>
      {bars.map((bar, i) => (
        <li key={bar.says} class={i === now ? 'is-now' : undefined} data-amount={bar.amount}>
          <span class="spoken">{bar.says}</span>
          <span class="bar-room" aria-hidden="true">
            <span class="bar" style={{ height: `${(100 * bar.amount) / most}%` }}>
              {bar.amount > 0 && <span class="bar-amount fine">{bar.amount}</span>}
            </span>
          </span>
          <span class="bar-name fine" aria-hidden="true">
            {bar.name}
          </span>
        </li>
      ))}
    </ol>
  );
};

/** How much of a whole, beside words that say it. */
export const Share = ({ part, whole }: { readonly part: number; readonly whole: number }): JSX.Element => (
  <span class="share" aria-hidden="true">
    <span style={{ width: `${(100 * part) / whole}%` }} />
  </span>
);
