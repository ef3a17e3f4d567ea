// How many functions are called while something runs, counted by the engine: the same on a busy machine as on an idle one.
import { type Profiler, Session } from 'node:inspector';

let session: Session | undefined;

/** The calls that `run` takes. Slow: everything is compiled anew, so only for what has to be weighed. */
export function stepsOf(run: () => void): number {
  const profiler = connected();
  profiler.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  run();
  let steps = 0;
  profiler.post('Profiler.takePreciseCoverage', (error, { result }) => {
    if (error) throw error;
    steps = callsIn(result);
  });
  profiler.post('Profiler.stopPreciseCoverage');
  return steps;
}

function connected(): Session {
  if (session) return session;
  session = new Session();
  session.connect();
  session.post('Profiler.enable');
  return session;
}

function callsIn(scripts: readonly Profiler.ScriptCoverage[]): number {
  const functions = scripts.flatMap(script => script.functions);
  return functions.reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
}
