import { test } from 'vitest';
import { caseOf } from '../bench/fuzz/examine.ts';
import { fuzzedSamples } from '../bench/fuzz/run.ts';
import { gradePart } from '../../src/answers/grade.ts';
import { kindOf } from '../../src/answers/kinds.ts';
import { answerFrom } from '../../src/answers/model.ts';
import { appendFileSync } from 'node:fs';
test('slow', { timeout: 500000 }, () => {
  const samples = fuzzedSamples();
  for (let i = 0; i < 5000; i++) {
    const c = caseOf('test', i, samples);
    const a = c.sample.answer;
    const log = (what: string) => appendFileSync('/tmp/g/a3/slow.log', `${i} ${what} ${a.kind} ${c.text.length} ${JSON.stringify(c.text).slice(0, 200)}\n`);
    const step = (what: string, f: () => void) => { const t = performance.now(); f(); const d = performance.now() - t; if (d > 100) log(`${what} ${d.toFixed(0)}`); };
    if (i % 500 === 0) log('at');
    step('grade', () => gradePart(a, c.text));
    step('show', () => { const k = kindOf(a); const r = k.read(c.text, a); if (r.ok) k.show(r.value, a); });
    if (c.text.length < 3000 && process.env.NOMODEL === undefined) { appendFileSync('/tmp/g/a3/last.log', `${i}\n`); step('model', () => { answerFrom({ kind: a.kind, text: c.text }, c.text); }); }
  }
});
