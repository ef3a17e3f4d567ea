// Past exercises and worked examples, fetched when the first of them is wanted.
import { lazyPart } from './lazy-part.ts';

export const pastPart = lazyPart(async () => (await import('./screens/past/PastScreens.tsx')).PastScreens);
