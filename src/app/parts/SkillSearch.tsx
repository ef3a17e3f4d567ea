// The field in which skills are searched, and how many were found.
import type { JSX } from 'preact';
import { skills } from '../../catalog.ts';
import { capital, count } from '../words.ts';
import { SearchIcon } from './icons.tsx';

const words = {
  search: `Search ${count(skills.length, 'skill')}`,
  found: (many: number) => `${capital(count(many, 'skill'))} found.`,
  none: 'No skill has these words. Try a shorter one, such as “matrix” or “entropy”.',
};

interface Props {
  readonly asked: string;
  readonly onAsk: (asked: string) => void;
}

export const SkillSearch = ({ asked, onAsk }: Props): JSX.Element => (
  <search class="search">
    <SearchIcon />
    <input
      type="search"
      aria-label={words.search}
      placeholder={words.search}
      value={asked}
      onInput={event => onAsk(event.currentTarget.value)}
    />
  </search>
);

export const FoundSkills = ({ many }: { readonly many: number }): JSX.Element => (
  <p class="quiet small" role="status">
    {many === 0 ? words.none : words.found(many)}
  </p>
);
