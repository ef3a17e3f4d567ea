// A list in an order of one's own: rows move by dragging their handle, or by two buttons each.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { kindOf } from '../../answers/kinds.ts';
import type { AnswerOf, Option } from '../../exercise/answer.ts';
import { spoken } from '../../exercise/text.ts';
import { Line } from '../Words.tsx';
import type { InputProps } from './inputs.ts';
import { moved, orderIn, placeAt } from './order.ts';

export function OrderField({ answer, part, text, name, describedBy, onText }: InputProps<AnswerOf<'ordering'>>) {
  const list = useRef<HTMLOListElement>(null);
  const order = orderIn(answer, text);
  const [dragged, setDragged] = useState<string>();
  const write = (next: readonly string[]) => onText(kindOf(answer).write(next, answer));
  const keepFocus = useKeptFocus(order.join());
  const move = (id: string, to: number) => write(moved(order, order.indexOf(id), to));
  const drag = (id: string, { clientY }: PointerEvent) => {
    const from = order.indexOf(id);
    const to = placeAt(middlesOf(list.current), from, clientY);
    if (to !== from) move(id, to);
  };
  return (
    <div>
      <ol ref={list} class="order" aria-label={name} aria-describedby={describedBy} data-part={part}>
        {order.map((id, place) => (
          <li key={id} class="order-row" data-option={id} {...(dragged === id && { 'data-dragged': '' })}>
            <span
              class="order-handle"
              aria-hidden="true"
              onPointerDown={event => {
                event.currentTarget.setPointerCapture(event.pointerId);
                setDragged(id);
              }}
              onPointerMove={event => dragged === id && drag(id, event)}
              onPointerUp={() => setDragged(undefined)}
              onPointerCancel={() => setDragged(undefined)}
            >
              ⠿
            </span>
            <span class="order-text">
              <Line text={textOf(answer.options, id)} />
            </span>
            {([-1, 1] as const).map(by => (
              <button
                key={by}
                type="button"
                class="order-move"
                data-move={`${id} ${by}`}
                aria-label={`${spoken(textOf(answer.options, id))}, ${place + 1} of ${order.length}: move ${by < 0 ? 'up' : 'down'}`}
                disabled={place + by < 0 || place + by >= order.length}
                onClick={event => {
                  keepFocus(event.currentTarget);
                  move(id, place + by);
                }}
              >
                {by < 0 ? '▲' : '▼'}
              </button>
            ))}
          </li>
        ))}
      </ol>
      {text === '' && (
        <button type="button" class="button plain order-keep" data-action="keep-order" onClick={() => write(order)}>
          Keep this order
        </button>
      )}
    </div>
  );
}

function textOf(options: readonly Option[], id: string): Option['text'] {
  return options.find(option => option.id === id)?.text ?? [id];
}

/** Vertical middles of the rows on the screen. */
function middlesOf(list: HTMLElement | null): readonly number[] {
  return [...(list?.children ?? [])].map(row => {
    const { top, height } = row.getBoundingClientRect();
    return top + height / 2;
  });
}

/** A row that moves takes its focus along; at the end of the list its other button takes over. */
function useKeptFocus(order: string): (button: HTMLElement) => void {
  const pressed = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const button = pressed.current;
    pressed.current = null;
    if (!button) return;
    const other = button.parentElement?.querySelector<HTMLElement>('.order-move:not(:disabled)');
    (button.matches(':disabled') ? other : button)?.focus();
  }, [order]);
  return button => {
    pressed.current = button;
  };
}
