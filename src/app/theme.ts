// Light or dark: put on the page, and remembered where it can be read before the database opens.
import { oneOf } from '../schedule/checked.ts';
import { THEMES, type Theme } from './preferences.ts';

const KEY = 'gradus-theme';
const PAPER = { light: '#faf7f1', dark: '#171614' } as const;

export const applyTheme = (theme: Theme): void => {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  for (const scheme of ['light', 'dark'] as const) {
    const bar = document.querySelector(`meta[name="theme-color"][media*="${scheme}"]`);
    bar?.setAttribute('content', PAPER[theme === 'system' ? scheme : theme]);
  }
  remember(theme);
};

/** The theme of last time, so that the first paint has the right colours. */
export const rememberedTheme = (): Theme => {
  try {
    return oneOf(THEMES)(localStorage.getItem(KEY)) ?? 'system';
  } catch {
    return 'system';
  }
};

// Some private windows refuse; then the page only turns dark a moment later.
const remember = (theme: Theme): void => {
  try {
    localStorage.setItem(KEY, theme);
  } catch {}
};
