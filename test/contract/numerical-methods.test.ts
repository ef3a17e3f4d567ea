import { areaContract } from './area.ts';

areaContract('numerical-methods');
