import { areaContract } from './area.ts';

areaContract('optimization');
