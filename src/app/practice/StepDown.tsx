// The small pleasure of a right answer: one step down the contours.
export function StepDown() {
  return (
    <svg class="step-down" viewBox="0 0 120 72" aria-hidden="true" fill="none" stroke="currentColor">
      <g class="step-down-contours" transform="rotate(-14 74 40)">
        <ellipse cx="74" cy="40" rx="66" ry="36" />
        <ellipse cx="74" cy="40" rx="48" ry="26" />
        <ellipse cx="74" cy="40" rx="31" ry="16.5" />
        <ellipse cx="74" cy="40" rx="15" ry="8" />
      </g>
      <path class="step-down-before" d="M 12 10 L 26 38 L 42 22" />
      <path class="step-down-path" d="M 42 22 L 72 40" pathLength="1" />
      <circle class="step-down-stop" cx="26" cy="38" r="2.5" />
      <circle class="step-down-stop" cx="42" cy="22" r="2.5" />
      <circle class="step-down-dot" cx="72" cy="40" r="4.5" />
    </svg>
  );
}
