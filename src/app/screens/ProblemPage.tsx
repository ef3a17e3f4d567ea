// What stands in the way of the whole app, in plain words, with what can be done about it.
import type { JSX } from 'preact';
import type { Problem } from '../../store/problem.ts';
import { Page } from '../parts/Page.tsx';
import { openState } from '../state.ts';

const words = {
  title: 'Gradus cannot reach your data.',
  again: 'Try again',
  reload: 'Reload',
  detail: 'For a report',
};

export const ProblemPage = ({ problem }: { problem: Problem }): JSX.Element => (
  <Page title={words.title}>
    <p class="lead" role="alert" data-problem={problem.kind}>
      {problem.says}
    </p>
    {problem.detail && (
      <details class="quiet small">
        <summary>{words.detail}</summary>
        <p>{problem.detail}</p>
      </details>
    )}
    <div class="at-thumb">
      {problem.kind === 'newer' ? (
        <button type="button" class="button primary" onClick={() => location.reload()}>
          {words.reload}
        </button>
      ) : (
        <button type="button" class="button primary" data-action="again" onClick={() => void openState()}>
          {words.again}
        </button>
      )}
    </div>
  </Page>
);
