// Work spread over worker threads: units are independent, results come back in order.
import { parentPort, Worker } from 'node:worker_threads';

export interface Unit {
  readonly job: 'make' | 'check';
  readonly id: string;
  readonly level: number;
  readonly seeds: readonly string[];
}

export type Work = (unit: Unit) => Promise<string>;

/** The text of each unit, in the order of the units; in this thread where one job is asked for. */
export async function* inOrder(units: readonly Unit[], jobs: number, work: Work): AsyncGenerator<string> {
  if (jobs === 1) {
    for (const unit of units) yield await work(unit);
    return;
  }
  const idle = Array.from({ length: Math.min(jobs, units.length) }, () => new Worker(new URL(import.meta.url)));
  const workers = [...idle];
  const pending: Promise<string>[] = [];
  const fill = (): void => {
    for (let worker = idle.pop(); worker; worker = idle.pop()) {
      const unit = units[pending.length];
      if (!unit) return;
      const free = worker;
      const text = ask(free, unit).finally(() => idle.push(free) && fill());
      // Its turn to be awaited comes later; until then a failure is nobody's.
      text.catch(() => {});
      pending.push(text);
    }
  };
  fill();
  try {
    for (let i = 0; i < units.length; i++) yield (await pending[i]) ?? '';
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
