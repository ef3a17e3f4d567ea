import { areaContract } from './area.ts';

areaContract('set-theory');
