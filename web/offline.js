// Opening without a network, and as an app of its own: the service worker's side in the page.

const patience = 2_000; // milliseconds, for a worker to answer: if it does not, the next visit is soon enough

/** The one address a service worker may come from. Trusted Types let nothing else be one. */
function workerAddress() {
  const name = 'service_worker.js';
  /** @type {{ createPolicy(name: string, rules: object): { createScriptURL(text: string): string } } | undefined} */
  const trustedTypes = Reflect.get(globalThis, 'trustedTypes');
  const policy = trustedTypes?.createPolicy('service-worker', { createScriptURL: () => name });
  return policy ? policy.createScriptURL(name) : name;
}

/**
 * A version that has been waiting takes over, if no other tab is open: called before anything could have been typed.
 * @returns {Promise<boolean>} whether the page has to be loaded anew for that
 */
export async function takeNewVersion() {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  if (!registration?.waiting || !navigator.serviceWorker.controller) return false;
  /** @type {Promise<boolean>} */
  const taken = new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', () => done(true), { once: true }));
  const { port1, port2 } = new MessageChannel();
  /** @type {Promise<boolean>} */
  const answer = new Promise((done) => {
    port1.onmessage = ({ data }) => done(data === true);
    setTimeout(() => done(false), patience);
  });
  registration.waiting.postMessage('take over', [port2]);
  return Promise.race([taken, answer.then((yes) => yes && taken)]);
}

/** Keeps this version for the next time, once the page has nothing better to do. Without a secure origin there is none. */
export function keepForLater() {
  if (!('serviceWorker' in navigator)) return;
  // What is refused (private windows, policies) costs nothing but opening offline.
  const register = () => void navigator.serviceWorker.register(workerAddress(), { updateViaCache: 'none' }).catch(() => undefined);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
