import { areaContract } from './area.ts';

areaContract('multivariable-calculus');
