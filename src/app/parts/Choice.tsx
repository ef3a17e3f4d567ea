// One of a few, in a row of buttons that are radio buttons; and a switch for yes or no.
import type { JSX } from 'preact';

export interface ChoiceProps<T extends string | number> {
  readonly name: string;
  readonly title: string;
  readonly detail?: string;
  readonly options: readonly { readonly value: T; readonly title: string }[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

export const Choice = <T extends string | number>({
  name,
  title,
  detail,
  options,
  value,
  onChoose,
}: ChoiceProps<T>): JSX.Element => (
  <fieldset class="choice">
    <legend>{title}</legend>
    {detail && <p class="quiet small">{detail}</p>}
    <div class="choice-options">
      {options.map(option => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          <span>{option.title}</span>
        </label>
      ))}
    </div>
  </fieldset>
);

export interface SwitchProps {
  readonly name: string;
  readonly title: string;
  readonly detail: string;
  readonly on: boolean;
  readonly onTurn: (on: boolean) => void;
}

export const Switch = ({ name, title, detail, on, onTurn }: SwitchProps): JSX.Element => (
  <label class="switch">
    <span>
      <span class="switch-title">{title}</span>
      <span class="quiet small">{detail}</span>
    </span>
    <input
      type="checkbox"
      role="switch"
      aria-checked={on}
      name={name}
      checked={on}
      onChange={event => onTurn(event.currentTarget.checked)}
    />
  </label>
);
