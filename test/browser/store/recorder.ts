// A worker that records answers as fast as it can and tells the number of each one that the store has acknowledged.

import { draft, opened } from './database.ts';

addEventListener('message', async ({ data: name }: MessageEvent<string>) => {
  const store = await opened({ name });
  for (let seq = 1; ; seq++) {
    const result = await store.record(draft(seq, 5, { day: 20_000 + seq, skill: `area/skill-${seq % 7}` }));
    postMessage(result.ok ? result.value.entry.seq : result.problem.kind);
  }
});
