// After each test of the store: a browser gives a site so many buckets and no more.

import { afterEach } from 'vitest';
import { browserBuckets } from '../../../src/store/copies.ts';
import { run } from './database.ts';

afterEach(async () => {
  const buckets = browserBuckets();
  const names = (await buckets?.keys()) ?? [];
  for (const name of names) if (name.startsWith(run)) await buckets?.delete(name);
});
