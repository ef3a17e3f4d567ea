// Work spread over worker threads: units are independent, results come back in order.
import { parentPort, Worker } from 'node:worker_threads';

export interface Unit {
  readonly job: 'make' | 'check';
  readonly id: string;
  readonly level: number;
  readonly seeds: readonly string[];
}

/** Units a worker may be ahead of what is printed, so that memory does not grow with the data set. */
const AHEAD = 4;

export type Work = (unit: Unit) => Promise<string>;

/** The text of each unit, in the order of the units; in this thread where one job is asked for. */
export async function* inOrder(units: readonly Unit[], jobs: number, work: Work): AsyncGenerator<string> {
  if (jobs === 1) {
    for (const unit of units) yield await work(unit);
    return;
  }
  const workers = Array.from({ length: Math.min(jobs, units.length) }, () => new Worker(new URL(import.meta.url)));
  const idle = [...workers];
  const pending = new Map<number, Promise<string>>();
  let next = 0;
  const fill = (yielded: number): void => {
    while (next < units.length && next < yielded + AHEAD * workers.length) {
      const [worker, unit] = [idle.pop(), units[next]];
      if (!worker || !unit) {
        if (worker) idle.push(worker);
        return;
      }
      const text = ask(worker, unit).finally(() => idle.push(worker));
      // Its turn to be awaited comes later; until then a failure is nobody's.
      text.then(() => fill(yielded)).catch(() => {});
      pending.set(next++, text);
    }
  };
  try {
    for (let i = 0; i < units.length; i++) {
      fill(i);
      yield (await pending.get(i)) ?? '';
      pending.delete(i);
    }
  } finally {
    await Promise.all(workers.map(worker => worker.terminate()));
  }
}

/** The worker's side: answers each unit that it is sent. */
export function serveJobs(work: Work): void {
  parentPort?.on('message', async (unit: Unit) => {
    try {
      parentPort?.postMessage({ text: await work(unit) });
    } catch (error) {
      parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) });
    }
  });
}

function ask(worker: Worker, unit: Unit): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.removeAllListeners('error').once('error', reject);
    worker.once('message', (reply: { readonly text?: string; readonly error?: string }) => {
      if (reply.text === undefined) reject(new Error(reply.error));
      else resolve(reply.text);
    });
    worker.postMessage(unit);
  });
}
