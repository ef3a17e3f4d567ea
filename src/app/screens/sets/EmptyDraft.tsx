// A set with nothing in it yet: what a set is, and the ways to begin one.
import type { JSX } from 'preact';
import { addWeakest, weakestHere } from './weakest-here.ts';

const words = {
  points: [
    'Choose skills, each at the level and as often as you like.',
    'Look at every exercise, and take new numbers until you like them.',
    'Hand on one link: a friend, a class, or you on another phone gets exactly these exercises.',
  ],
  ask: 'What shall be in it?',
  choose: 'Skills that you choose',
  chooseSays: 'By area or by search, each at its own level.',
  weakest: 'Your weakest skills',
  weakestSays: 'Those you know least firmly so far.',
  elsewhere: 'Or share what you have just done: a single exercise from its solution, a whole session from its end.',
};

export const EmptyDraft = ({ onPick }: { readonly onPick: () => void }): JSX.Element => (
  <>
    <ol class="points">
      {words.points.map(point => (
        <li key={point}>{point}</li>
      ))}
    </ol>
    <section class="ways at-foot" aria-labelledby="ways">
      <h2 id="ways">{words.ask}</h2>
      <button type="button" class="way is-first" data-action="add-skills" onClick={onPick}>
        <span class="way-title">{words.choose}</span>
        <span class="way-detail small">{words.chooseSays}</span>
      </button>
      {weakestHere() && (
        <button type="button" class="way" data-action="add-weakest" onClick={addWeakest}>
          <span class="way-title">{words.weakest}</span>
          <span class="way-detail small">{words.weakestSays}</span>
        </button>
      )}
      <p class="quiet small">{words.elsewhere}</p>
    </section>
  </>
);
