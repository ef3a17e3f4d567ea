// Where in the app one is: hash addresses, so that any static host serves them all, and the way back works.
import { signal } from '@preact/signals';
import { areas, skillOf } from '../catalog.ts';

const PLACES = ['today', 'explore', 'progress', 'session', 'placement', 'settings'] as const;
/** Pages beside the library of sets. */
const SET_PLACES = ['new', 'scan'] as const;
/** What can be done with a set, each on a page of its own. */
const SET_STEPS = ['work', 'result', 'results', 'print'] as const;

export type Route =
  | { readonly at: (typeof PLACES)[number] | 'nowhere' }
  | { readonly at: 'area'; readonly area: string }
  | { readonly at: 'skill'; readonly skill: string }
  | { readonly at: 'sets'; readonly place?: (typeof SET_PLACES)[number] }
  // An exercise that was done, by its entry in the log.
  | { readonly at: 'past'; readonly skill: string; readonly entry: string }
  | { readonly at: 'example'; readonly skill: string; readonly level: number }
  // The payload of a link, see link.ts.
  | { readonly at: 'set'; readonly payload: string; readonly step?: (typeof SET_STEPS)[number] }
  | { readonly at: 'result'; readonly payload: string }
  // `aside`: out of a session, to which it leads back.
  | { readonly at: 'practise'; readonly skill: string; readonly level: number; readonly aside?: true };

/** What an address means; one that means nothing is `nowhere`. Never throws. */
export const parseRoute = (hash: string): Route => {
  const [first = '', ...rest] = hash.replace(/^#?\/?/, '').split('/');
  if (rest.length === 0) return parsePlace(first);
  const [area = '', skill = '', level = ''] = rest;
  const id = `${area}/${skill}`;
  if (first === 'explore' && rest.length === 1) {
    return areas.some(each => each.id === area) ? { at: 'area', area } : { at: 'nowhere' };
  }
  if (first === 'skill' && rest.length === 2) return skillOf(id) ? { at: 'skill', skill: id } : { at: 'nowhere' };
  if (first === 'skill' && rest.length === 4) return parseOfSkill(id, level, rest[3] ?? '');
  if (first === 'sets' && rest.length === 1) return parseSetPlace(area);
  if (first === 'set') return parseSet(rest);
  if (first === 'result' && rest.length === 1) return { at: 'result', payload: area };
  if (first === 'practise' && rest.length === 3) return parsePractise(id, level);
  if (first === 'practise' && rest.length === 4 && rest[3] === ASIDE) return parsePractise(id, level, true);
  return { at: 'nowhere' };
};

const parsePlace = (name: string): Route => {
  if (name === '') return { at: 'today' };
  if (name === 'sets') return { at: 'sets' };
  return { at: PLACES.find(each => each === name) ?? 'nowhere' };
};

const parseSetPlace = (name: string): Route => {
  const place = SET_PLACES.find(each => each === name);
  return place ? { at: 'sets', place } : { at: 'nowhere' };
};

const parseSet = ([payload = '', name, ...more]: readonly string[]): Route => {
  const step = SET_STEPS.find(each => each === name);
  if (more.length > 0 || (name !== undefined && !step)) return { at: 'nowhere' };
  return { at: 'set', payload, ...(step && { step }) };
};

const parseOfSkill = (id: string, what: string, which: string): Route => {
  if (what === 'past' && skillOf(id) && /^[\w-]+:[1-9]\d*$/.test(which)) return { at: 'past', skill: id, entry: which };
  if (what === 'example' && isLevelOf(id, which)) return { at: 'example', skill: id, level: Number(which) };
  return { at: 'nowhere' };
};

const isLevelOf = (id: string, level: string): boolean =>
  /^[1-9]\d?$/.test(level) && Number(level) <= (skillOf(id)?.levels.length ?? 0);

const ASIDE = 'aside';

const parsePractise = (id: string, level: string, isAside = false): Route => {
  if (!isLevelOf(id, level)) return { at: 'nowhere' };
  return { at: 'practise', skill: id, level: Number(level), ...(isAside && { aside: true }) };
};

export const hrefOf = (route: Exclude<Route, { at: 'nowhere' }>): string => {
  if (route.at === 'sets' && route.place) return `#/sets/${route.place}`;
  if (route.at === 'set') return `#/set/${route.payload}${route.step ? `/${route.step}` : ''}`;
  if (route.at === 'result') return `#/result/${route.payload}`;
  if (route.at === 'area') return `#/explore/${route.area}`;
  if (route.at === 'skill') return `#/skill/${route.skill}`;
  if (route.at === 'past') return `#/skill/${route.skill}/past/${route.entry}`;
  if (route.at === 'example') return `#/skill/${route.skill}/example/${route.level}`;
  if (route.at === 'practise') return `#/practise/${route.skill}/${route.level}${route.aside ? `/${ASIDE}` : ''}`;
  return `#/${route.at}`;
};

const TABLES: readonly Route['at'][] = ['session', 'practise', 'placement', 'example'];

/** Where exercises are done and nothing else is shown. */
export const isExercise = (route: Route): boolean => TABLES.includes(route.at) || (route.at === 'set' && route.step === 'work');

export const route = signal<Route>({ at: 'today' });

/** Goes there; with `replace` the way back does not lead here again. */
export const go = (to: Exclude<Route, { at: 'nowhere' }>, replace = false): void => {
  if (replace) location.replace(hrefOf(to));
  else location.hash = hrefOf(to);
};

export const followAddress = (): void => {
  const read = () => {
    route.value = parseRoute(location.hash);
  };
  addEventListener('hashchange', read);
  read();
};
