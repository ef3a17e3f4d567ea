// The screen of settings, fetched when it is wanted.
import { lazyPart } from './lazy-part.ts';

export const settingsPart = lazyPart(async () => (await import('./screens/settings/Settings.tsx')).Settings);
