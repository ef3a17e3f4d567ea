import { areaContract } from './area.ts';

areaContract('discrete-mathematics');
