// The service worker: keeps all files of one version on the device and answers from there, with or without a network.
import { cleanupOutdatedCaches, createHandlerBoundToURL, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: PrecacheEntry[] };

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')));

// A new version waits until the page asks: only then do code and lazy chunks change, together and with a reload.
self.addEventListener('message', event => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// The first visit is made safe at once. Later visits have a worker already, and taking them over would mix two versions.
let isFirst = false;
self.addEventListener('install', () => {
  isFirst = !self.registration.active;
});
self.addEventListener('activate', event => {
  if (isFirst) event.waitUntil(self.clients.claim());
});
