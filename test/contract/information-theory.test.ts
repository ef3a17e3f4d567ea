import { areaContract } from './area.ts';

areaContract('information-theory');
