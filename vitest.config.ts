// Three kinds of tests: pure rooms in Node, the store in a real browser, the built app driven from outside.
import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags, knownChromium } from './scripts/chromium.mjs';

const executablePath = knownChromium();
const launchOptions = { args: chromiumFlags, ...(executablePath ? { executablePath } : {}) };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          setupFiles: 'test/property-seed.ts',
          // All of them: by itself vitest leaves one to the machine, which of two is half.
          maxWorkers: availableParallelism(),
          testTimeout: 20_000,
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/bench/**'],
        },
      },
      {
        // Known beforehand, or the page would be reloaded in mid-test when the server meets them.
        optimizeDeps: { include: ['idb', 'fast-check'] },
        test: {
          name: 'store',
          setupFiles: ['test/property-seed.ts', 'test/browser/store/tidy.ts'],
          include: ['test/browser/store/**/*.test.ts'],
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/*.test.ts'],
          globalSetup: 'test/browser/serve-app.ts',
          // Each file is a phone of its own; more than three at once only wait for each other.
          maxWorkers: 3,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
