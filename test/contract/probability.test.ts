import { areaContract } from './area.ts';

areaContract('probability');
