// A typed text, read and written as a key would be.
import type { Reading } from '../../../src/answers/kind.ts';
import { kindOf } from '../../../src/answers/kinds.ts';
import type { Answer } from '../../../src/exercise/answer.ts';
import { MAX_LENGTH } from '../../../src/math/expression/parse.ts';

/** Undefined where it can't be read, would be rounded or becomes too long; and for kinds whose keys are not what is read. */
export function writtenBack(answer: Answer, text: string): string | undefined {
  const isRounded = 'decimals' in answer || 'digits' in answer;
  const again = isRounded ? undefined : rewritten(answer, text);
  return again !== undefined && again.length < MAX_LENGTH ? again : undefined;
}

function rewritten(answer: Answer, text: string): string | undefined {
  switch (answer.kind) {
    case 'expression':
    case 'real': {
      const kind = kindOf<'expression' | 'real'>(answer);
      return written(kind.read(text, answer), value => kind.write(value, answer));
    }
    case 'vector':
    case 'direction': {
      const kind = kindOf<'vector' | 'direction'>(answer);
      return written(kind.read(text, answer), value => kind.write(value, answer));
    }
    case 'matrix': {
      const kind = kindOf(answer);
      return written(kind.read(text, answer), value => kind.write(value, answer));
    }
    case 'set': {
      const kind = kindOf(answer);
      return written(kind.read(text, answer), value => kind.write(value, answer));
    }
    case 'interval': {
      const kind = kindOf(answer);
      return written(kind.read(text, answer), value => kind.write(value, answer));
    }
    default:
      return undefined;
  }
}

function written<Value>(reading: Reading<Value>, write: (value: Value) => string): string | undefined {
  return reading.ok ? write(reading.value) : undefined;
}
