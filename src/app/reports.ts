// All reports of "My answer was right" as one text.
import type { Result } from '../store/problem.ts';
import { reopen } from './past/reopen.ts';
import { storedReport } from './practice/report.ts';
import { store } from './state.ts';
import { count } from './words.ts';

const words = {
  title: (many: number) => `Gradus: ${count(many, 'answer')} that ${many === 1 ? 'was' : 'were'} right`,
};

export interface Reports {
  readonly many: number;
  readonly text: string;
}

/** Plain text, the oldest first. */
export const collectReports = async (): Promise<Result<Reports>> => {
  const found = await store().overruled();
  if (!found.ok) return found;
  const parts: string[] = [];
  for (const entry of found.value) {
    // A skill that is gone, or cannot be loaded now, is told by what is stored.
    const exercise = await reopen(entry).catch(() => undefined);
    parts.push(storedReport(entry, exercise));
  }
  const many = parts.length;
  return { ok: true, value: { many, text: `${[words.title(many), ...parts].join('\n\n')}\n` } };
};
