// Starts the app and registers the service worker. The only page file that knows workbox.
import { Workbox } from 'workbox-window';
import { startApp } from './app/start.tsx';
import type { Updates } from './app/updates.ts';

declare const __VERSION__: string;

declare global {
  interface Window {
    readonly trustedTypes?: {
      createPolicy(name: string, rules: { createScriptURL: () => string }): { createScriptURL(url: string): string };
    };
  }
}

/** The one script address that the content security policy lets this page name in code. */
const workerAddress = (): string => {
  const policy = window.trustedTypes?.createPolicy('service-worker', { createScriptURL: () => './sw.js' });
  return policy?.createScriptURL('') ?? './sw.js';
};

/** Registers sw.js beside the page and listens for newer versions of it. */
const keepUpdated = (): Updates => {
  const worker = new Workbox(workerAddress());
  const listeners: (() => void)[] = [];
  let isWaiting = false;
  let isTakenOver = false;
  let isWanted = false;
  const announce = (): void => {
    isWaiting = true;
    for (const listener of listeners) listener();
  };
  worker.addEventListener('waiting', announce);
  // Another tab may apply the update: this page then runs old code whose lazy parts are gone, so it offers the reload too.
  // On a first visit the first controller is no update, but the next one is.
  let isControlled = navigator.serviceWorker.controller !== null;
  worker.addEventListener('controlling', () => {
    if (isWanted) return location.reload();
    isTakenOver = isControlled;
    if (isTakenOver) announce();
    isControlled = true;
  });
  // An installed app is seldom navigated, so the question for a newer version is asked when it comes to the front.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void worker.update().catch(() => undefined);
  });
  void worker.register().catch(error => console.warn('No service worker: Gradus needs the network now.', error));
  return {
    onWaiting(callback) {
      listeners.push(callback);
      if (isWaiting) callback();
    },
    apply() {
      if (isTakenOver) return location.reload();
      isWanted = true;
      worker.messageSkipWaiting();
    },
  };
};

const noUpdates: Updates = { onWaiting: () => undefined, apply: () => undefined };

const updates = import.meta.env.PROD && 'serviceWorker' in navigator ? keepUpdated() : noUpdates;
const root = document.querySelector('#app');
if (root) startApp(root, { version: __VERSION__, updates });
