// Starts the app on its element: address, theme, data, day.
// The headings are set in KaTeX's book face, so its style sheet is wanted before its code.
import 'katex/dist/katex.min.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/screens.css';
import { render } from 'preact';
import { App, type AppProps } from './App.tsx';
import { keepBadge } from './badge.ts';
import { followPreferences } from './follow-preferences.ts';
import { watchInstall } from './install.ts';
import { loadPractice } from './practice-part.ts';
import { followAddress, isExercise, route } from './router.ts';
import { watchRole, watchSight } from './session/desk.ts';
import { keepNow } from './session/under-way.ts';
import { openState, watchWriter } from './state.ts';
import { watchDay } from './study-clock.ts';
import { applyTheme, rememberedTheme } from './theme.ts';
import { watchUpkeep } from './upkeep.ts';

export const startApp = (root: Element, props: AppProps): void => {
  applyTheme(rememberedTheme());
  followAddress();
  watchInstall();
  followPreferences();
  watchDay();
  watchSight();
  watchRole();
  watchWriter();
  keepBadge();
  watchUpkeep();
  // A phone may end a page that is out of sight without another word.
  addEventListener('pagehide', keepNow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keepNow();
  });
  render(<App {...props} />, root);
  if (isExercise(route.value)) void loadPractice();
  void openState();
};
