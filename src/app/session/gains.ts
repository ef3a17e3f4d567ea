// What a session brought: for each of its skills the step that it took, and when it comes back.
import type { Cards } from '../../schedule/path.ts';
import type { Session } from '../../store/session.ts';

const GAINS = ['met', 'level-up', 'level-down', 'passed', 'again'] as const;
export interface Gain {
  readonly skill: string;
  /** `met`: done alone for the first time; `again`: it is owed once more today, or lapsed in this session. */
  readonly what: (typeof GAINS)[number];
  /** The study day on which it comes back. */
  readonly due: number;
}

/** In the order of the session; examples and further practice that bore on no card are none. */
export const gainsOf = ({ done, day }: Session, cards: Cards): readonly Gain[] => {
  const first = new Map(done.toReversed().map(each => [each.skill, each]));
  const skills = [...new Set(done.map(({ skill }) => skill))];
  return skills.flatMap(skill => {
    const card = cards.get(skill);
    const from = first.get(skill)?.from ?? 0;
    if (!card || card.reviewed !== day) return [];
    const hasLapsed = card.state.n === 0 && done.some(each => each.skill === skill && (each.quality ?? 5) < 3);
    return [{ skill, what: stepOf(from, card.level, card.drill === day || hasLapsed), due: card.due }];
  });
};

const stepOf = (from: number, level: number, isOwed: boolean): Gain['what'] => {
  if (from === 0) return 'met';
  if (level !== from) return level > from ? 'level-up' : 'level-down';
  return isOwed ? 'again' : 'passed';
};
