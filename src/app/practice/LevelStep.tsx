// The step from one level of a skill to another, drawn as the stairs that it is.
interface Props {
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

const STEP = 16;
const RISE = 9;

export function LevelStep({ from, to, of }: Props) {
  const height = of * RISE + 6;
  const steps = Array.from({ length: of }, (_, i) => i + 1);
  return (
    <svg
      class="level-step"
      width={of * STEP + 8}
      height={height + 4}
      viewBox={`0 0 ${of * STEP + 8} ${height + 4}`}
      aria-hidden="true"
      data-from={from}
      data-to={to}
    >
      {steps.map(level => (
        <rect
          key={level}
          class={level === to ? 'level-block is-here' : level < to ? 'level-block is-below' : 'level-block'}
          x={4 + (level - 1) * STEP}
          y={height + 2 - level * RISE}
          width={STEP - 3}
          height={level * RISE}
          rx="3"
        />
      ))}
    </svg>
  );
}
