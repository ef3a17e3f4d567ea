// What is read and not answered: a past exercise, and a worked example; fetched with the practice screen's own parts.
import '../../styles/practice.css';
import '../../styles/past.css';
import type { JSX } from 'preact';
import type { Skill } from '../../../catalog.ts';
import type { Route } from '../../router.ts';
import { ExamplePage } from './ExamplePage.tsx';
import { PastPage } from './PastPage.tsx';

export interface PastScreensProps {
  readonly skill: Skill;
  readonly route: Extract<Route, { readonly at: 'past' | 'example' }>;
}

export const PastScreens = ({ skill, route }: PastScreensProps): JSX.Element =>
  route.at === 'past' ? (
    <PastPage key={route.entry} skill={skill} id={route.entry} />
  ) : (
    <ExamplePage key={`${skill.id}/${route.level}`} skill={skill} level={route.level} />
  );
