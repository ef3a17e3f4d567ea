import { describe, expect, it } from 'vitest';
import { expr } from '../../src/exercise/expr.ts';
import { finiteSet } from '../../src/math/finite-set.ts';
import { exactSet, memberSpeech, membersOf, memberTeX, memberText, sameMembers } from '../../src/math/member.ts';

describe('members of sets', () => {
  it('are the same in any order, as often as they come, however they are written', () => {
    expect(sameMembers([expr`√2`, expr`-√2`], [expr`-2/√2`, expr`2/√2`, expr`√2`])).toBe(true);
    expect(sameMembers([expr`√2`], [expr`√2`, expr`-√2`])).toBe(false);
    expect(sameMembers([{ tuple: [expr`√2`, 'a'] }], [{ tuple: [expr`2/√2`, 'a'] }])).toBe(true);
    expect(sameMembers([{ tuple: [expr`√2`, 'a'] }], [{ tuple: ['a', expr`√2`] }])).toBe(false);
    expect(sameMembers([{ set: [expr`√2`] }], [expr`√2`])).toBe(false);
    expect(sameMembers([{ set: [] }, 'a'], ['a', { set: [] }, 'a'])).toBe(true);
  });

  it('make the exact set again where all are rational', () => {
    const set = finiteSet([1, '1/2', 'red', [1, 'a'], { set: [3, { set: [] }] }]);
    expect(exactSet(membersOf(set))?.equals(set)).toBe(true);
    expect(exactSet([expr`√2`])).toBeUndefined();
  });

  it('print in TeX, text and speech', () => {
    const member = { set: [expr`√2`, { tuple: ['a', expr`1`] }, { set: [] }] };
    expect(memberText(member)).toBe('{sqrt(2), (a, 1), {}}');
    expect(memberTeX(member)).toContain('\\varnothing');
    expect(memberSpeech(member)).toMatch(/the set of .*the pair a, 1.*the empty set/);
  });
});
