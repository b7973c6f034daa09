// What keeps the tools on this device, and takes them back. No page but /offline loads this.

const WORKER = "/offline.js";
const PAGE = "/offline";
// Other sites may share this address and have caches of their own.
const OURS = "kit-";

/**
 * What is kept: bytes, the release, and when it was fetched.
 * @typedef {{bytes: number, release: string, day: Date}} Kept
 */

/**
 * Whether this browser lets a page keep something.
 * @returns {"able" | "insecure" | "unsupported"}
 */
export function ability() {
  if (!isSecureContext) return "insecure";
  try {
    return navigator.serviceWorker && globalThis.caches ? "able" : "unsupported";
  } catch {
    // Where a setting forbids it, asking for it is an error already.
    return "unsupported";
  }
}

/**
 * Registers the worker, which fetches everything before it starts. Throws, when it could not: then nothing is kept.
 * @returns {Promise<void>}
 */
export async function keep() {
  const registration = await navigator.serviceWorker.register(trusted(WORKER), { scope: "/" });
  const { installing, waiting, active } = registration;
  const worker = /** @type {ServiceWorker} */ (installing ?? waiting ?? active);
  await reached(worker, ["activated"]);
  // Chromium brings a worker back that was removed while its pages are open, and does not install it again.
  if (!(await ourCaches()).length && !(await fetchedAgain(worker))) {
    await remove();
    throw new Error("the pages could not be fetched");
  }
}

/**
 * What is kept now; null when nothing is.
 * @returns {Promise<Kept | null>}
 */
export async function kept() {
  const [registration] = await registrations();
  // Of two releases the older one is in use.
  const [name] = await ourCaches();
  if (!registration?.active || !name) return null;
  const cache = await caches.open(name);
  const answers = await cache.matchAll();
  const sizes = await Promise.all(answers.map(async (answer) => (await answer.blob()).size));
  const page = await cache.match(PAGE, { ignoreVary: true });
  return {
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    release: name.slice(OURS.length),
    day: new Date(page?.headers.get("Date") ?? NaN),
  };
}

/**
 * Takes everything back.
 * @returns {Promise<boolean>} whether nothing is left
 */
export async function remove() {
  for (const registration of await registrations()) {
    // A worker that is still fetching would keep its pages after all.
    if (registration.installing) await reached(registration.installing, ["installed", "activated"]).catch(() => {});
    await registration.unregister();
  }
  for (const name of await ourCaches()) await caches.delete(name);
  return (await registrations()).length + (await ourCaches()).length === 0;
}

/** @param {ServiceWorker} worker @returns {Promise<boolean>} whether it has everything */
function fetchedAgain(worker) {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => done(event.data);
    worker.postMessage(null, [port2]);
  });
}

async function registrations() {
  const address = new URL(WORKER, location.origin).href;
  const all = await navigator.serviceWorker.getRegistrations();
  return all.filter((one) => [one.installing, one.waiting, one.active].some((worker) => worker?.scriptURL === address));
}

async function ourCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS));
}

/**
 * Done when the worker is in one of these states. Throws, when it never will be.
 * @param {ServiceWorker} worker
 * @param {string[]} states
 * @returns {Promise<void>}
 */
function reached(worker, states) {
  return new Promise((done, fail) => {
    const look = () => {
      if (states.includes(worker.state)) done();
      if (worker.state === "redundant") fail(new Error("the worker could not be installed"));
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

/** @type {ScriptAddresses | undefined} */
let policy;

/** The address, trusted: that of our worker and no other ever. @param {string} address */
function trusted(address) {
  /** @param {string} asked */
  const createScriptURL = (asked) => {
    if (asked !== WORKER) throw new TypeError("not the address of our worker");
    return asked;
  };
  // It can be made once a page, and not every browser has it.
  policy ??= globalThis.trustedTypes?.createPolicy("unshared", { createScriptURL }) ?? { createScriptURL };
  return policy.createScriptURL(address);
}
