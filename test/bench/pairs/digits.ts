// Pairs: numbers beyond the usual digits, differences in a narrow or far region, and large rational functions.
import { pairs } from './pair.ts';

export const digits = pairs({
  same: [
    ['sin(x)+sqrt 0', 'sin x'],
    ['(e^200+e^-200)^2', 'e^400+2+e^-400'],
    ['(1+e^150)-e^150', '1'],
    ['sin(e^60)^2+cos(e^60)^2', '1'],
    ['y/σ(x)', '2y/(1+tanh(x/2))'],
    ['tanh(9x)', 'σ(18x)-σ(-18x)'],
    ['(a+b+c+d+f+g)^9', '(g+f+d+c+b+a)^9'],
    ['(a-x)^401', '-(x-a)^401'],
    ['relu(x-10^7)', '(x-10^7+|x-10^7|)/2'],
  ],
  different: [
    ['2x²+x+sqrt 0', '2x²+x+sqrt(0)+1e-30'],
    ['sin(x)+sqrt(0)', 'sin(x)+sqrt(sin(0))+1e-30'],
    ['e^400+1', 'e^400'],
    ['e^300+e^-300', 'e^300'],
    ['2cosh(200)', 'e^200'],
    ['(e^300+x)-e^300', 'x+1e-9'],
    ['sin(e^60)', 'sin(e^60+1e-9)'],
    ['tanh(9x)', 'tanh(8x)'],
    ['tanh(90x)', 'sign x'],
    ['σ(900x+1)', 'σ(900x)'],
    ['(a+b+c+d+f+g)^9', '(g+f+d+c+b+a)^9 + 1e-30'],
    ['(a-x)^401', '(x-a)^401'],
    ['relu(x-10^7)', '0'],
    ['|3x-10^9|', '10^9-3x'],
    ['relu(1-10^5|7x-3|)', '0'],
    ['sign(3x+3)', 'sign(4x+3)'],
    ['max(x,123456)', '123456'],
    ['sign(x-7y+3xy)', 'sign(x-7y+6xy)'],
  ],
});
