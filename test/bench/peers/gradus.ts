// Our own grader, as the command `equal` uses it.
import { equivalent } from '../../../src/math/expression/equivalent.ts';
import { parse } from '../../../src/math/expression/parse.ts';
import type { Peer } from './peer.ts';

export function gradus(): Peer {
  return {
    name: 'Gradus',
    prepare:
      ({ left, right, domains }) =>
      () => {
        const [a, b] = [parse(left), parse(right)];
        if (!a.ok || !b.ok) throw new Error('unreadable');
        return equivalent(a.value, b.value, { domains }).equal;
      },
  };
}
