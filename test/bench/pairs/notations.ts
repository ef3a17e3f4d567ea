// Pairs: notations that are spelled out when they are read.
import { pairs } from './pair.ts';

export const notations = pairs({
  same: [
    ['atan2(1,1)', 'π/4'],
    ['atan2(0,-2)', 'π'],
    ['atan2(y,x)', '-atan2(-y,x)'],
    ['round(2.5)', '2'],
    ['round(3.5)', '4'],
    ['sum(k^2,k,1,3)', '14'],
    ['product(k,k,1,5)', '5!'],
    ['sin 30°', '1/2'],
  ],
  different: [
    ['atan2(y,x)', 'atan(y/x)'],
    ['round(x)', 'floor(x)'],
    ['sin 30°', 'sin 30'],
  ],
});
