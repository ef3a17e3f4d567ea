// The screens of sets: one part of the app, fetched when the first of them is wanted.
import '../../styles/sets.css';
import type { JSX } from 'preact';
import { skills } from '../../../catalog.ts';
import { encodeResult, resultsIn } from '../../../link/result.ts';
import { decodeSet } from '../../../link.ts';
import { go, hrefOf, type Route } from '../../router.ts';
import { payloadFor } from '../../sets/opened-set.ts';
import { watchTable } from '../../sets/run-keeping.ts';
import { ComposePage } from './ComposePage.tsx';
import { OpenSet } from './OpenSet.tsx';
import { ReceivedPage } from './ReceivedPage.tsx';
import { ScanPage } from './ScanPage.tsx';
import { SetsPage } from './SetsPage.tsx';

watchTable();

export type SetRoute = Extract<Route, { readonly at: 'sets' | 'set' | 'result' }>;

export const SetScreens = ({ route }: { readonly route: SetRoute }): JSX.Element => {
  if (route.at === 'result') return <ReceivedPage payload={route.payload} />;
  if (route.at === 'set') return <OpenSet key={route.payload} payload={route.payload} step={route.step} />;
  if (!route.place) return <SetsPage />;
  return route.place === 'new' ? <ComposePage /> : <ScanPage onText={follow} />;
};

/** Goes where a link in the text leads; else what is wrong with it. */
const follow = (text: string): string | undefined => {
  // Some programs take the last point of a link for the end of a sentence.
  const [result] = resultsIn(`${text.trim()}.`);
  if (result) {
    go({ at: 'result', payload: encodeResult(result).slice(hrefOf({ at: 'result', payload: '' }).length) });
    return undefined;
  }
  const found = decodeSet(text, skills);
  if (!found.ok) return found.says;
  go({ at: 'set', payload: payloadFor(found.value) });
  return undefined;
};
