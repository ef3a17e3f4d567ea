// A worked example: the statement, and its solution a line at a time, as fast as the learner reads.
import { useEffect, useRef, useState } from 'preact/hooks';
import { spoken } from '../../exercise/text.ts';
import { isStill } from '../motion.ts';
import { Frame } from './Frame.tsx';
import { tellsAll } from './guided.ts';
import type { PracticeProps } from './practice-props.ts';
import { Solution } from './Solution.tsx';
import { Statement } from './Statement.tsx';
import { Answers } from './Written.tsx';

const words = {
  kind: 'Worked example',
  level: (level: number, levels: number) => `Worked example · level ${level} of ${levels}`,
  next: 'Next line',
  goOn: 'Continue',
  alone: 'Try one yourself',
  another: 'Another example',
  all: 'Show all lines',
  line: (at: number, of: number) => `Line ${at} of ${of}`,
  end: 'Next time you finish one like this yourself.',
};

export function WorkedExample(props: PracticeProps) {
  const { attempt, title, level, levels, why, onNext, onAnother } = props;
  const { solution } = attempt.exercise;
  const root = useRef<HTMLElement>(null);
  const [{ shown, before }, setShown] = useState({ shown: 1, before: 1 });
  const show = (upTo: number) => setShown({ shown: upTo, before: shown });
  const isAll = shown >= solution.length;
  const go = () => (isAll ? onNext() : show(shown + 1));
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.querySelector('h1')?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (shown > 1) scroll.current?.scrollTo({ top: scroll.current.scrollHeight, behavior: smooth() });
  }, [shown]);
  return (
    <Frame
      {...props}
      root={root}
      exercise={attempt.exercise}
      view={`worked ${isAll}`}
      status={{ text: solution.slice(before, shown).map(spoken).join(' '), turn: shown }}
      progress={props.progress}
      onEnter={go}
    >
      <div class="practice-scroll" ref={scroll}>
        <div class="practice-page worked">
          <p class="eyebrow">{levels > 1 ? words.level(level, levels) : words.kind}</p>
          <h1 class="worked-title" tabIndex={-1}>
            {title}
          </h1>
          <p class="why">{why}</p>
          <Statement exercise={attempt.exercise} />
          <Solution steps={solution.slice(0, shown)} isFresh={shown > 1} />
          {isAll && !tellsAll(attempt.exercise) && <Answers answers={attempt.exercise.answers} />}
        </div>
      </div>
      <div class="practice-dock practice-dock-plain">
        <div class="practice-actions">
          <div class="quiet-actions">
            {isAll && onAnother ? (
              <button type="button" class="button plain tool" data-action="another-example" onClick={onAnother}>
                {words.another}
              </button>
            ) : (
              <span class="small quiet">{isAll ? words.end : words.line(shown, solution.length)}</span>
            )}
            {!isAll && (
              <button
                type="button"
                class="button plain tool tool-quiet tool-last"
                data-action="all-lines"
                onClick={() => show(solution.length)}
              >
                {words.all}
              </button>
            )}
          </div>
          <button type="button" class="button primary" data-action={isAll ? 'next' : 'line'} onClick={go}>
            {isAll ? (onAnother ? words.alone : words.goOn) : words.next}
          </button>
        </div>
      </div>
    </Frame>
  );
}

const smooth = (): ScrollBehavior => (isStill() ? 'auto' : 'smooth');
