// The levels of a skill: each may be practised at any time, and shown as a worked example.
import type { JSX } from 'preact';
import type { Skill } from '../../../catalog.ts';
import { BookIcon } from '../../parts/icons.tsx';
import { hrefOf } from '../../router.ts';
import { cards } from '../../state.ts';
import { capital } from '../../words.ts';

const words = {
  levels: 'Practise a level',
  free: 'Free practice is always open and leaves your schedule alone.',
  here: 'you are here',
  practise: (level: number) => `Practise level ${level}`,
  example: 'Example',
  seeExample: (level: number) => `: see a worked one of level ${level}`,
};

export const Levels = ({ skill }: { readonly skill: Skill }): JSX.Element => {
  const card = cards.value.get(skill.id);
  return (
    <>
      <h2>{words.levels}</h2>
      <p class="quiet small">{words.free}</p>
      <ol class="card list levels">
        {skill.levels.map(({ says }, i) => (
          <li key={says} class="level-row">
            <a class="row" href={hrefOf({ at: 'practise', skill: skill.id, level: i + 1 })} data-level={i + 1}>
              <span class={card?.level === i + 1 ? 'level is-here' : 'level'} aria-hidden="true">
                {i + 1}
              </span>
              <span class="row-words">
                <span class="spoken">{words.practise(i + 1)}: </span>
                <span class="row-title">{capital(says)}</span>
                {card?.level === i + 1 && <span class="row-detail">{words.here}</span>}
              </span>
            </a>
            <a
              class="button plain example"
              href={hrefOf({ at: 'example', skill: skill.id, level: i + 1 })}
              data-action="example"
              data-example={i + 1}
            >
              <BookIcon />
              <span>
                {words.example}
                <span class="spoken">{words.seeExample(i + 1)}</span>
              </span>
            </a>
          </li>
        ))}
      </ol>
    </>
  );
};
