// Before the browser tests: the app is built where that is needed and served; tests get its address by inject('appUrl').
import type { TestProject } from 'vitest/node';
import { serve } from '../../scripts/serve.mjs';
import { inProject, requireBuild } from '../../scripts/setup.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    readonly appUrl: string;
  }
}

export default async function serveApp(project: TestProject): Promise<() => Promise<unknown>> {
  if (!requireBuild()) throw new Error('The app does not build, so there is nothing to test in a browser.');
  const site = await serve({ root: inProject('dist') });
  project.provide('appUrl', site.url);
  return site.close;
}
