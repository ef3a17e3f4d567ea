// A skill: what it is for, how it stands, free practice and examples at any of its levels, what was done of it, and the way into a set.
import '../styles/skill.css';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { areas, type Skill, skillOf, skills } from '../../catalog.ts';
import { SheetsIcon } from '../parts/icons.tsx';
import { Page } from '../parts/Page.tsx';
import { SkillRow } from '../parts/SkillRow.tsx';
import { hrefOf } from '../router.ts';
import { addToSet } from '../to-sets.ts';
import { capital, count } from '../words.ts';
import { Levels } from './skill/Levels.tsx';
import { PastList } from './skill/PastList.tsx';
import { Standing } from './skill/Standing.tsx';

const words = {
  add: 'Add to a set',
  added: (many: number, level: number) => `${capital(count(many, 'exercise'))} at level ${level} added.`,
  full: 'No more exercises fit into the set.',
  open: (all: number) => `Open the set of ${count(all, 'exercise')}`,
  needs: 'Comes after',
  leads: 'Leads to',
};

export const SkillPage = ({ skill }: { skill: Skill }): JSX.Element => {
  const needs = skill.needs.flatMap(id => skillOf(id) ?? []);
  const leads = skills.filter(each => each.needs.includes(skill.id));
  const area = areas.find(({ id }) => id === skill.area);
  return (
    <Page title={skill.title} back={{ href: hrefOf({ at: 'area', area: skill.area }), title: area?.title ?? '' }}>
      <p class="lead">{skill.why}</p>
      <Standing skill={skill} />
      <section>
        <Levels skill={skill} />
        <AddToSet skill={skill.id} />
      </section>
      <Neighbours title={words.needs} skills={needs} />
      <Neighbours title={words.leads} skills={leads} />
      <PastList key={skill.id} skill={skill} />
    </Page>
  );
};

const AddToSet = ({ skill }: { skill: string }): JSX.Element => {
  const says = useSignal('');
  const all = useSignal(0);
  const add = async (): Promise<void> => {
    const result = await addToSet(skill);
    if (!result) return;
    says.value = result.added > 0 ? words.added(result.added, result.level) : words.full;
    all.value = result.all;
  };
  return (
    <>
      <div class="beside">
        <button type="button" class="button plain" data-action="add-to-set" onClick={() => void add()}>
          <SheetsIcon />
          {words.add}
        </button>
      </div>
      <div role="status">
        {all.value > 0 && (
          <div class="question small">
            {says.value}
            <a class="button" href={hrefOf({ at: 'sets', place: 'new' })} data-action="to-set">
              {words.open(all.value)}
            </a>
          </div>
        )}
      </div>
    </>
  );
};

const Neighbours = ({ title, skills: neighbours }: { title: string; skills: readonly Skill[] }): JSX.Element | null =>
  neighbours.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ul class="card list">
        {neighbours.map(skill => (
          <SkillRow key={skill.id} skill={skill} detail={capital(skill.bullet)} />
        ))}
      </ul>
    </section>
  );
