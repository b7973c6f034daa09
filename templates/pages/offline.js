// Shows pages without internet on a device that asked for it. It answers for the addresses written here and for
// nothing else: every other request, and each one that sends something, goes its way untouched. It is given no file,
// and it keeps nothing but what is in these lists, all of it or none.

const KIT = {{ kit.name|tojson }};
// Asked of the network first.
const PAGES = {{ kit.pages|tojson }};
const SCRIPTS = {{ kit.scripts|tojson }};
// What they load never changes under its address.
const FILES = {{ kit.files|tojson }};
// Without internet 'Leave this site' goes to this page, which has no address of its own.
const LEAVE = {{ leave|tojson }};
const NEUTRAL = {{ neutral|tojson }};
const NEUTRAL_HEADERS = {{ neutral_headers|tojson }};

const OURS = "kit-";
const CACHE = OURS + KIT;
// A network that is silent for so long counts as none.
const PATIENCE_MS = 4000;

addEventListener("install", (event) => event.waitUntil(fetchAll()));
addEventListener("activate", (event) => event.waitUntil(dropOlder()));
// The page that keeps the tools asks for them once more, after they were removed. Nothing in a message is read.
addEventListener("message", (event) => {
  const [port] = event.ports;
  const told = fetchAll().then(() => port.postMessage(true), () => port.postMessage(false));
  event.waitUntil(told);
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || request.url.includes("?")) return;
  if (FILES.includes(pathname)) event.respondWith(file(request, pathname));
  else if (SCRIPTS.includes(pathname) || (request.mode === "navigate" && [...PAGES, LEAVE].includes(pathname))) {
    const answer = fetch(request);
    // It is awaited even when a kept page was shown: 'leave' takes the cookie back.
    event.waitUntil(answer.catch(() => {}));
    event.respondWith(page(answer, pathname));
  }
});

/** Fetches everything, and leaves nothing behind when one thing is missing. No request bears a cookie. */
async function fetchAll() {
  const how = { credentials: "omit", redirect: "error" };
  const asked = [
    ...[...PAGES, ...SCRIPTS].map((path) => new Request(path, { ...how, cache: "reload" })),
    ...FILES.map((path) => new Request(path, how)),
  ];
  try {
    const cache = await caches.open(CACHE);
    await cache.addAll(asked);
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

/** This kit is whole now, and no page of an older one is open. */
async function dropOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
}

async function file(request, path) {
  return (await kept(path)) ?? fetch(request);
}

async function page(answer, path) {
  try {
    return await Promise.race([answer, silence()]);
  } catch {
    return (await kept(path)) ?? answer;
  }
}

function silence() {
  return new Promise((_, fail) => setTimeout(fail, PATIENCE_MS));
}

/** The kept answer, with the headers it came with. A cache that was removed is not made again by asking. */
async function kept(path) {
  if (path === LEAVE) return new Response(NEUTRAL, { headers: NEUTRAL_HEADERS });
  return caches.match(path, { cacheName: CACHE, ignoreVary: true });
}
