// The input for an answer, by its kind.
import { GridField } from './GridField.tsx';
import { IntervalField } from './IntervalField.tsx';
import type { InputProps } from './inputs.ts';
import { LineField } from './LineField.tsx';
import { OptionsField } from './OptionsField.tsx';
import { OrderField } from './OrderField.tsx';
import { SetField } from './SetField.tsx';

export function AnswerInput({ answer, ...props }: InputProps) {
  switch (answer.kind) {
    case 'choice':
    case 'several':
      return <OptionsField {...props} answer={answer} />;
    case 'ordering':
      return <OrderField {...props} answer={answer} />;
    case 'vector':
    case 'direction':
    case 'matrix':
      return <GridField {...props} answer={answer} />;
    case 'set':
      return <SetField {...props} answer={answer} />;
    case 'interval':
      return <IntervalField {...props} answer={answer} />;
    default:
      return <LineField {...props} answer={answer} />;
  }
}
