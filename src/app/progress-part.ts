// The screen of progress, fetched when it is wanted.
import { lazyPart } from './lazy-part.ts';

export const progressPart = lazyPart(async () => (await import('./screens/progress/ProgressPage.tsx')).ProgressPage);
