// The real practice screen with an exercise for each kind of answer; only the tests build this page. The address says which: #interval.
import 'katex/dist/katex.min.css';
import '../../../src/app/styles/tokens.css';
import '../../../src/app/styles/base.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { type Attempt, begin } from '../../../src/app/practice/attempt.ts';
import { Practice } from '../../../src/app/practice/Practice.tsx';
import { exerciseOf, type Name, names } from './asked.ts';

const named = (): Name => names.find(name => `#${name}` === location.hash) ?? 'number';
const attempt = signal<Attempt>(begin(exerciseOf(named())));
let seed = 0;
const another = () => {
  seed++;
  attempt.value = begin(exerciseOf(named(), `${seed}`));
};

function Kinds() {
  return (
    <Practice
      attempt={attempt.value}
      onChange={next => {
        attempt.value = next;
      }}
      title="Kinds of answers"
      level={1}
      levels={1}
      stage="alone"
      why=""
      progress={{ at: 4, of: 10 }}
      saving={attempt.value.done ? 'saved' : 'no'}
      onNext={another}
      onClose={() => undefined}
      onTouch={() => undefined}
    />
  );
}

addEventListener('hashchange', another);
const root = document.querySelector('#app');
if (root) render(<Kinds />, root);
document.documentElement.dataset.ready = 'yes';
