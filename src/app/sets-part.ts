// The screens of sets, fetched when the first of them is wanted.
import { lazyPart } from './lazy-part.ts';

export const setsPart = lazyPart(async () => (await import('./screens/sets/SetScreens.tsx')).SetScreens);
