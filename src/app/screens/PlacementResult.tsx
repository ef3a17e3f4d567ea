// What a placement found, in words: what is open, and where the learner starts.
import type { JSX } from 'preact';
import { areas, skillOf } from '../../catalog.ts';
import { Page } from '../parts/Page.tsx';
import { hrefOf } from '../router.ts';
import { placementResult } from '../session/placement.ts';
import { capital, count, listed } from '../words.ts';

const words = {
  title: (opened: number) => (opened === 0 ? 'You start at the beginning.' : 'This is where you start.'),
  none: 'From here every skill opens by the ones before it. The first ones come with a worked example.',
  opened: (many: number, where: string) =>
    `${capital(count(many, 'skill'))} in ${where} ${many === 1 ? 'is' : 'are'} open to you.`,
  later: 'What you showed that you know comes up in between, at a middle level, so that it stays.',
  start: 'You start with',
  all: 'Everything that is open can be practised at any time; Settings lets you find your level again.',
  go: 'Start today’s session',
  home: 'To Today',
};

/** Areas by how many of their skills are among these. */
const areasOf = (ids: readonly string[]): readonly string[] =>
  areas.filter(({ id }) => ids.some(skill => skillOf(skill)?.area === id)).map(({ title }) => title);

export const PlacementResult = (): JSX.Element => {
  const { opened, start } = placementResult.value;
  return (
    <Page title={words.title(opened.length)}>
      <div class="lead">
        <p>{opened.length === 0 ? words.none : words.opened(opened.length, listed(areasOf(opened)))}</p>
        {opened.length > 0 && <p>{words.later}</p>}
      </div>
      {start.length > 0 && (
        <section>
          <h2>{words.start}</h2>
          <ul class="card list">
            {start.map(id => (
              <StartRow key={id} id={id} />
            ))}
          </ul>
        </section>
      )}
      <p class="quiet small">{words.all}</p>
      <div class="at-thumb">
        <a class="button primary" href={hrefOf({ at: 'session' })} data-action="start">
          {words.go}
        </a>
        <a class="button plain" href={hrefOf({ at: 'today' })} data-action="done">
          {words.home}
        </a>
      </div>
    </Page>
  );
};

const StartRow = ({ id }: { id: string }): JSX.Element | null => {
  const skill = skillOf(id);
  if (!skill) return null;
  return (
    <li class="row">
      <span class="row-words">
        <span class="row-title">{skill.title}</span>
        <span class="row-detail">{skill.why}</span>
      </span>
    </li>
  );
};
