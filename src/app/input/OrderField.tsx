// A list in an order of one's own: rows are dragged, moved by the arrow keys, or by two buttons each; every move is said.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { kindOf } from '../../answers/kinds.ts';
import type { AnswerOf, Option } from '../../exercise/answer.ts';
import { spoken } from '../../exercise/text.ts';
import { Line } from '../Words.tsx';
import type { InputProps } from './inputs.ts';
import { moved, orderIn } from './order.ts';
import { useDragging } from './order-dragging.ts';

type Props = InputProps<AnswerOf<'ordering'>>;

export function OrderField({ answer, part, text, name, describedBy, onText, onSay }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const order = orderIn(answer, text);
  const keepFocus = useKeptFocus(list, order.join());
  const write = (next: readonly string[]) => onText(kindOf(answer).write(next, answer));
  const move = (id: string, to: number) => {
    const place = Math.max(0, Math.min(order.length - 1, to));
    write(moved(order, order.indexOf(id), place));
    onSay(`${wordsOf(answer, id)}, now ${place + 1} of ${order.length}`);
  };
  const dragging = useDragging(list, order, move);
  const onKeyDown = (event: KeyboardEvent, id: string, place: number) => {
    const to = { ArrowUp: place - 1, ArrowDown: place + 1, Home: 0, End: order.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to === place || to < 0 || to >= order.length) return;
    keepFocus(id, '.order-handle');
    move(id, to);
  };
  return (
    <div class="order-field">
      <ol ref={list} class="order" aria-label={name} aria-describedby={describedBy} data-part={part} {...dragging}>
        {order.map((id, place) => (
          <li key={id} class="order-row" data-option={id}>
            <button
              type="button"
              class="order-handle"
              aria-label={`${wordsOf(answer, id)}, ${place + 1} of ${order.length}: drag, or move with the arrow keys`}
              onKeyDown={event => onKeyDown(event, id, place)}
            >
              <span class="order-place">{place + 1}</span>
              <span class="order-grip" />
            </button>
            <span class="order-text">
              <Line text={optionOf(answer, id)} />
            </span>
            {([-1, 1] as const).map(by => (
              <button
                key={by}
                type="button"
                class={by < 0 ? 'order-move order-up' : 'order-move order-down'}
                data-move={`${id} ${by}`}
                tabIndex={-1}
                aria-label={`${wordsOf(answer, id)}: move ${by < 0 ? 'up' : 'down'}`}
                disabled={place + by < 0 || place + by >= order.length}
                onClick={() => {
                  keepFocus(id, by < 0 ? '.order-up' : '.order-down');
                  move(id, place + by);
                }}
              />
            ))}
          </li>
        ))}
      </ol>
      <button
        type="button"
        class="button plain order-keep"
        data-action="keep-order"
        disabled={text !== ''}
        onClick={() => {
          write(order);
          onSay('Kept in this order.');
        }}
      >
        {text === '' ? 'Keep this order' : 'Your order'}
      </button>
    </div>
  );
}

function optionOf({ options }: Props['answer'], id: string): Option['text'] {
  return options.find(option => option.id === id)?.text ?? [id];
}

function wordsOf(answer: Props['answer'], id: string): string {
  return spoken(optionOf(answer, id));
}

/** A row that moves takes its focus along; at the end of the list its handle takes over. */
function useKeptFocus(list: { readonly current: HTMLElement | null }, order: string): (id: string, button: string) => void {
  const wanted = useRef<{ id: string; button: string } | undefined>(undefined);
  useLayoutEffect(() => {
    const { id, button } = wanted.current ?? {};
    wanted.current = undefined;
    const row = id && list.current?.querySelector(`[data-option="${id}"]`);
    if (!row) return;
    (row.querySelector<HTMLElement>(`${button}:not(:disabled)`) ?? row.querySelector<HTMLElement>('.order-handle'))?.focus();
  }, [order]);
  return (id, button) => {
    wanted.current = { id, button };
  };
}
