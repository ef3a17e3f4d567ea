// The reports of "My answer was right", all as one text to hand over.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { dayToIso } from '../../../schedule/civil.ts';
import { handOver } from '../../backup-file.ts';
import { day } from '../../state.ts';
import { count } from '../../words.ts';
import { Fold } from './Fold.tsx';
import { Said } from './Said.tsx';

const words = {
  title: 'Answers you called right',
  about:
    'Where Gradus marked an answer wrong and you said that it was right, it is noted. Send these notes to whoever gave you Gradus: they hold the exercises and what you typed, and nothing about you.',
  collect: 'Collect the notes',
  none: 'There are none: you have not overruled an answer yet.',
  found: (many: number) => `${count(many, 'note')} found.`,
  save: 'Hand them over',
  text: 'The text',
  saved: (name: string) => `Saved as ${name}.`,
  shared: 'The notes are handed over.',
};

export const Reports = (): JSX.Element => {
  const says = useSignal('');
  // Made before the tap that hands it over, since a share menu opens only within one.
  const made = useSignal<{ readonly file: File; readonly text: string } | undefined>(undefined);
  const collect = async (): Promise<void> => {
    const { collectReports } = await import('../../reports.ts');
    const found = await collectReports();
    if (!found.ok) {
      says.value = found.problem.says;
      return;
    }
    const { many, text } = found.value;
    says.value = many === 0 ? words.none : words.found(many);
    const file = new File([text], `gradus-reports-${dayToIso(day.value)}.txt`, { type: 'text/plain' });
    made.value = many === 0 ? undefined : { file, text };
  };
  const save = async (file: File): Promise<void> => {
    const way = await handOver(file);
    if (way !== 'left') says.value = way === 'shared' ? words.shared : words.saved(file.name);
  };
  const ready = made.value;
  return (
    <Fold name="reports" title={words.title}>
      <div class="setting">
        <p class="quiet small">{words.about}</p>
        <div class="setting-actions">
          {ready ? (
            <button type="button" class="button" data-action="share-reports" onClick={() => void save(ready.file)}>
              {words.save}
            </button>
          ) : (
            <button type="button" class="button" data-action="reports" onClick={() => void collect()}>
              {words.collect}
            </button>
          )}
        </div>
        <Said says={says.value} />
        {ready && (
          <details class="fold">
            <summary class="small">{words.text}</summary>
            <pre class="report-text" data-reports>
              {ready.text}
            </pre>
          </details>
        )}
      </div>
    </Fold>
  );
};
