// A set on its way to paper: what is printed and in how many columns, with the sheet as it will look.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Exercise } from '../../../exercise/generator.ts';
import { type Layout, PARTS, partTree, type Sheet, type SheetPart, sheetClass } from '../../../paper/sheet.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Page } from '../../parts/Page.tsx';
import { isWhole, Paper } from './Paper.tsx';

const words = {
  title: 'Print',
  columns: 'Columns',
  narrow: 'Two save paper. A narrow screen shows one.',
  one: 'One',
  two: 'Two',
  parts: 'What to print',
  part: { exercises: 'Exercises', key: 'Key', solutions: 'Solutions' },
  pages: 'Each begins on a page of its own.',
  sheet: 'The sheet',
  print: 'Print',
};

export interface PrintPageProps {
  /** Empty where the set has none. */
  readonly title: string;
  readonly link: string;
  readonly exercises: readonly Exercise[];
  readonly back: { readonly href: string; readonly title: string };
}

export const PrintPage = ({ title, link, exercises, back }: PrintPageProps): JSX.Element => {
  const columns = useSignal<Layout['columns']>(1);
  const parts = useSignal<readonly SheetPart[]>(['exercises']);
  useEffect(() => {
    isWhole.value = false;
    // By the browser's own menu too; what is missing is there before the event is over.
    const complete = () => (isWhole.value = true);
    addEventListener('beforeprint', complete);
    return () => removeEventListener('beforeprint', complete);
  }, []);
  return (
    <Page title={words.title} back={back}>
      <div class="card settings">
        <Choice
          name="columns"
          title={words.columns}
          detail={words.narrow}
          options={[
            { value: 1, title: words.one },
            { value: 2, title: words.two },
          ]}
          value={columns.value}
          onChoose={value => (columns.value = value)}
        />
        <Parts chosen={parts.value} onChoose={chosen => (parts.value = chosen)} />
      </div>
      <article class={`paper ${sheetClass(columns.value)}`} aria-label={words.sheet}>
        {PARTS.filter(part => parts.value.includes(part)).map(part => (
          <Part key={part} part={part} title={title} link={link} exercises={exercises} />
        ))}
      </article>
      <div class="at-thumb">
        <button type="button" class="button primary" data-action="print" onClick={() => void printNow()}>
          {words.print}
        </button>
      </div>
    </Page>
  );
};

interface PartsProps {
  readonly chosen: readonly SheetPart[];
  readonly onChoose: (chosen: readonly SheetPart[]) => void;
}

/** One or more: the last one that is left cannot be taken away. */
const Parts = ({ chosen, onChoose }: PartsProps): JSX.Element => (
  <fieldset class="choice">
    <legend>{words.parts}</legend>
    <p class="quiet small">{words.pages}</p>
    <div class="choice-options choice-several">
      {PARTS.map(part => (
        <label key={part}>
          <input
            type="checkbox"
            name={part}
            checked={chosen.includes(part)}
            disabled={chosen.includes(part) && chosen.length === 1}
            onChange={event => onChoose(event.currentTarget.checked ? [...chosen, part] : chosen.filter(other => other !== part))}
          />
          <span>{words.part[part]}</span>
        </label>
      ))}
    </div>
  </fieldset>
);

const Part = ({ part, title, link, exercises }: Sheet & { readonly part: SheetPart }): JSX.Element =>
  useMemo(() => <Paper node={partTree({ title, link, exercises }, part)} />, [part, title, link, exercises]);

/** A letter that is still on its way would be missing on paper. */
const printNow = async (): Promise<void> => {
  isWhole.value = true;
  await new Promise(requestAnimationFrame);
  await document.fonts.ready;
  print();
};
