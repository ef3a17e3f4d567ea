// `list`: one line a skill.
import { skills } from '../catalog.ts';
import { print } from './lines.ts';

export function list(): void {
  for (const { id, version, title, area, bullet, needs, levels } of skills)
    print({ id, version, title, area, bullet, needs, levels });
}
