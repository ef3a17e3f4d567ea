// What a learner may say against a verdict: a slip of the finger, or that the answer was right, which then can be sent to whoever can mend it.
import { useEffect, useState } from 'preact/hooks';
import { ShareIcon } from '../parts/icons.tsx';
import { isCopied, isShared, mayShare } from '../sending.ts';
import { type Attempt, mayOverride, mayRetract } from './attempt.ts';
import { reportOf } from './report.ts';
import type { ExerciseActs } from './use-exercise.ts';

const words = {
  typo: 'That was a typo',
  right: 'My answer was right',
  title: 'Report it',
  about: 'This text holds the exercise and what you typed, and nothing about you. Send it to whoever gave you Gradus.',
  share: 'Share the report',
  copy: 'Copy the report',
  copied: 'The report is copied.',
  failed: 'It could not be copied. The text below can be selected.',
  text: 'The report',
};

type Acts = Pick<ExerciseActs, 'override' | 'retract' | 'say'>;

export function Objections({ attempt, acts }: { readonly attempt: Attempt; readonly acts: Acts }) {
  if (attempt.overridden) return <Report attempt={attempt} onSaid={acts.say} />;
  const [isTypo, isRight] = [mayRetract(attempt), mayOverride(attempt)];
  if (!isTypo && !isRight) return null;
  return (
    <div class="objections">
      {isTypo && (
        <button type="button" class="button plain tool tool-quiet" data-action="typo" onClick={acts.retract}>
          {words.typo}
        </button>
      )}
      {isRight && (
        <button type="button" class="button plain tool tool-quiet" data-action="override" onClick={acts.override}>
          {words.right}
        </button>
      )}
    </div>
  );
}

function Report({ attempt, onSaid }: { readonly attempt: Attempt; onSaid(text: string): void }) {
  const text = reportOf(attempt);
  const [said, setSaid] = useState('');
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setSaid(''), [attempt.exercise.seed]);
  const tell = (what: string) => {
    setSaid(what);
    onSaid(what);
  };
  const copy = async () => {
    const isDone = await isCopied(text);
    if (!isDone) setOpen(true);
    tell(isDone ? words.copied : words.failed);
  };
  return (
    <section class="report card">
      <h2 class="section-title">{words.title}</h2>
      <p class="small quiet">{words.about}</p>
      <div class="report-actions">
        {mayShare() && (
          <button type="button" class="button" data-action="share" onClick={() => void isShared({ text })}>
            <ShareIcon />
            {words.share}
          </button>
        )}
        <button type="button" class="button" data-action="copy" onClick={() => void copy()}>
          {words.copy}
        </button>
      </div>
      {said && <p class="small quiet">{said}</p>}
      <details class="fold" open={isOpen}>
        <summary class="small">{words.text}</summary>
        <pre class="report-text" data-report>
          {text}
        </pre>
      </details>
    </section>
  );
}
