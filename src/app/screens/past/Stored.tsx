// What the log holds of an exercise that can no longer be shown: its numbers, what was typed, and the verdicts.
import type { JSX } from 'preact';
import type { AnswerEntry } from '../../../schedule/entry.ts';
import { givenLines } from '../../past/reopen.ts';
import { VERDICTS } from './Tries.tsx';

const words = {
  written: 'What you typed',
  given: 'Its numbers',
  nothing: '(nothing)',
};

export const Stored = ({ entry, says }: { readonly entry: AnswerEntry; readonly says: string }): JSX.Element => (
  <div class="past" data-stored>
    <p class="lead">{says}</p>
    {entry.answers.length > 0 && (
      <section>
        <h2>{words.written}</h2>
        <ol class="tries">
          {entry.answers.map((texts, i) => (
            <li key={i} class="try">
              <span class={`try-verdict is-${entry.verdicts[i]}`}>{VERDICTS[entry.verdicts[i] ?? 'unreadable']}</span>
              {texts.map((text, part) => (
                <span key={part}>{text.trim() || words.nothing}</span>
              ))}
            </li>
          ))}
        </ol>
      </section>
    )}
    <section>
      <h2>{words.given}</h2>
      <dl class="stored-given">
        {givenLines(entry.given).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  </div>
);
