// What a drawing is called for those who cannot see it.
import { count } from '../../words.ts';

export const drawnWords = (strokes: number): string =>
  strokes === 0 ? 'Nothing is drawn yet.' : `Drawn by hand: ${count(strokes, 'stroke')}.`;
