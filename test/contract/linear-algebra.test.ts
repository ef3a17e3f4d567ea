import { areaContract } from './area.ts';

areaContract('linear-algebra');
