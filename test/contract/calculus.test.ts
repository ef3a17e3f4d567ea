import { areaContract } from './area.ts';

areaContract('calculus');
