// One exercise on the screen, from its statement to the way on. Everything that has happened is in the attempt.
import '../styles/input.css';
import '../styles/practice.css';
import { useEffect, useRef } from 'preact/hooks';
import { fieldsIn } from '../input/field.ts';
import { Answering } from './Answering.tsx';
import type { Attempt } from './attempt.ts';
import { Feedback } from './Feedback.tsx';
import { Frame } from './Frame.tsx';
import { outcomeOf } from './outcome.ts';
import { headingOf, type PracticeProps } from './practice-props.ts';
import { beginPad, isBeside, padKey, padShown } from './scratch/keeping.ts';
import { PadPlace } from './scratch/PadPlace.tsx';
import { useExercise } from './use-exercise.ts';
import { WorkedExample } from './WorkedExample.tsx';

export function Practice(props: PracticeProps) {
  const { id, version, level, seed } = props.attempt.exercise;
  const Screen = props.stage === 'worked' ? WorkedExample : OneExercise;
  return <Screen key={`${id}@${version}/${level}/${seed}`} {...props} />;
}

function OneExercise(props: PracticeProps) {
  const { attempt, stage, saving, place, onNext } = props;
  const root = useRef<HTMLElement>(null);
  const { status, isAnswering, blank, isWarned, acts } = useExercise(props, root);
  const outcome = outcomeOf(attempt);
  // Of what was not known, a placement says nothing: it asks on.
  const isPassedOver = stage === 'placement' && attempt.done && attempt.tries.length === 0;
  const pad = place && padKey(place, attempt.exercise);
  useFocusOnFields(root, isAnswering, attempt);
  useEffect(() => {
    if (pad) void beginPad(pad);
  }, [pad]);
  useEffect(() => {
    if (isPassedOver && saving === 'saved') onNext();
  }, [isPassedOver, saving]);
  const enter = () => {
    if (isAnswering) acts.check();
    else if (attempt.done) onNext();
    else acts.retry();
  };
  return (
    <Frame
      {...props}
      root={root}
      exercise={attempt.exercise}
      view={`${isAnswering} ${attempt.done} ${outcome?.title} ${attempt.hints} ${isWarned} ${padShown.value}`}
      status={status}
      onEnter={enter}
      progress={props.progress}
    >
      {isAnswering || !outcome || (isPassedOver && !props.problem) ? (
        <Answering
          attempt={attempt}
          stage={stage}
          root={root}
          heading={headingOf(props)}
          blank={blank}
          warned={isWarned}
          pad={pad}
          onEdit={acts.edit}
          onCheck={acts.check}
          onHint={acts.hint}
          onReveal={acts.reveal}
          onSay={acts.say}
        />
      ) : (
        <Feedback {...props} outcome={outcome} heading={headingOf(props)} warned={isWarned} pad={pad} acts={acts} />
      )}
      {pad && <PadPlace pad={pad} />}
    </Frame>
  );
}

/** Coming to the fields, the focus goes to the first one that is not right yet, ready to be typed over; else to the options. */
function useFocusOnFields(root: { readonly current: HTMLElement | null }, isAnswering: boolean, { tries }: Attempt): void {
  useEffect(() => {
    // Where the scratch pad has taken the place of the keys, nothing is typed into.
    if (!isAnswering || !root.current || (padShown.value && !isBeside())) return;
    const parts = tries.at(-1)?.grade.parts ?? [];
    const fields = fieldsIn(root.current);
    const field = fields.find(({ dataset }) => parts[Number(dataset.part)]?.verdict !== 'right') ?? fields[0];
    const target = field ?? root.current.querySelector<HTMLInputElement>('.option-input');
    target?.focus({ preventScroll: tries.length === 0 });
    if (tries.length > 0) field?.select();
  }, [isAnswering]);
}
