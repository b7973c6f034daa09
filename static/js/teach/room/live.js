// A page of a room that stays as new as the room: it asks in small steps whether something moved, and then takes
// the new <main>. Buttons are posted in the background, one after the other; where that fails, the page says so and
// stays as it is. After an answer no new page is asked for: what it would say is in this one.

import { wake } from "../coin.js";

const TIMEOUT_MS = 10000;
const FIRST_WAIT_MS = 2000;
const SECOND_MS = 1000;
const SERVER_ERROR = 500;
const SMALLEST_FIT = 5;
const OWN = "[data-own] input, [data-own] details";
const PRESSED = "button, summary, input:not([type=hidden])";
const main = () => /** @type {HTMLElement} */ (document.querySelector("main"));
const screen = () => main().querySelector("[data-room]");
/** What somebody ticked and opened in each step, until the page is left: a timer or a break takes none of it. */
const own = /** @type {Map<string, boolean[]>} */ (new Map());
let last = Promise.resolve();
let endsAt = 0;

/** What the server says of the room. @typedef {{version: number, answers: number, wait_ms: number}} Now */

/**
 * Asks one address; null where no answer came.
 * @param {string} method
 * @param {string} address
 * @param {XMLHttpRequestResponseType} type
 * @param {URLSearchParams} [body]
 * @returns {Promise<XMLHttpRequest | null>}
 */
function ask(method, address, type, body) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.responseType = type;
    request.timeout = TIMEOUT_MS;
    if (type === "json") request.setRequestHeader("Accept", "application/json");
    request.onload = () => done(request);
    request.onerror = request.ontimeout = () => done(null);
    request.send(body);
  });
}

/**
 * Puts the new <main> in place of the old one; false when the answer is no page of this room.
 * @param {XMLHttpRequest | null} request
 */
function show(request) {
  const next = request?.status === 200 && request.response?.querySelector("main");
  if (!next || !next.querySelector("[data-room]")) return false;
  const before = step();
  const focused = place(document.activeElement);
  keepOwn();
  main().replaceWith(document.adoptNode(next));
  begin();
  const moved = before !== step();
  const same = focused.at < 0 ? undefined : pressed()[focused.at];
  if (same && same.getAttribute("value") === focused.value) same.focus({ preventScroll: true });
  else if (moved || focused.inside) {
    const heading = /** @type {HTMLElement | null} */ (main().querySelector("h1, .asks"));
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
    if (moved) scrollTo(0, 0);
  }
  return true;
}

/**
 * Where the focus is, so that it can go on from there.
 * @param {Element | null} active
 */
function place(active) {
  const inside = Boolean(active && active !== main() && main().contains(active));
  const at = pressed().findIndex((one) => one === active);
  return { inside, at, value: at < 0 ? null : pressed()[at].getAttribute("value") };
}

/** What can be pressed or ticked, in its order. @returns {HTMLElement[]} */
function pressed() {
  return [...main().querySelectorAll(PRESSED)].filter((one) => one instanceof HTMLElement);
}

/** What stands in front: it stays the same while only a timer is set. */
function step() {
  return screen()?.getAttribute("data-step") ?? "";
}

/** Remembers the ticks and the texts that are open, in this page alone. */
function keepOwn() {
  const parts = [...main().querySelectorAll(OWN)];
  if (!parts.length) return;
  own.set(step(), parts.map((one) => one instanceof HTMLInputElement ? one.checked : one.hasAttribute("open")));
}

/** Brings back what was ticked and open in this step. */
function bringOwn() {
  const was = own.get(step());
  if (!was) return;
  for (const [at, one] of main().querySelectorAll(OWN).entries()) {
    if (one instanceof HTMLInputElement) one.checked = was[at];
    else one.toggleAttribute("open", was[at]);
  }
}

/** Makes the letters of the wall as large as fits on the projector: nobody scrolls there. */
function fit() {
  const stage = /** @type {HTMLElement | null} */ (main().querySelector("[data-fit]"));
  if (!stage || !matchMedia("(min-width: 60rem)").matches) return;
  for (let size = 0; size <= SMALLEST_FIT; size++) {
    stage.dataset.fit = String(size);
    if (document.documentElement.scrollHeight <= innerHeight) return;
  }
}

/**
 * Asks whether the room has moved, and takes what is new; gives the wait until the next time.
 * @param {number} waited
 * @returns {Promise<number>}
 */
async function look(waited) {
  const held = screen();
  const address = held?.getAttribute("data-now");
  if (!held || !address) return waited;
  const request = await ask("GET", address, "json");
  const now = /** @type {Now | null} */ (request?.status === 200 ? request.response : null);
  // While it was on its way the page may have changed by a button.
  if (!now || held !== screen()) return waited;
  const answers = main().querySelector("[data-answers]");
  if (answers && answers.textContent !== String(now.answers)) answers.textContent = String(now.answers);
  if (String(now.version) !== held.getAttribute("data-version")) {
    const page = await ask("GET", location.pathname, "document");
    if (page && page.status < SERVER_ERROR && !show(page)) location.reload();
  }
  return Math.min(now.wait_ms, Number(held.getAttribute("data-most") ?? now.wait_ms));
}

/** Looks again and again; a page that nobody sees waits until it is seen. */
async function follow() {
  let wait = Number(screen()?.getAttribute("data-wait") ?? FIRST_WAIT_MS);
  for (;;) {
    await new Promise((done) => setTimeout(done, wait));
    if (document.hidden) await new Promise((done) => addEventListener("visibilitychange", done, { once: true }));
    // First what was pressed: its answer is newer.
    await last;
    wait = await look(wait);
  }
}

/** Wakes what a new page has. */
function begin() {
  for (const part of main().querySelectorAll("[data-refresh]")) part.setAttribute("hidden", "");
  wake(main());
  bringOwn();
  fit();
  const left = main().querySelector("[data-left]");
  endsAt = left ? performance.now() + Number(left.getAttribute("data-left")) * SECOND_MS : 0;
}

/** Counts the timer down. */
function tick() {
  const left = main().querySelector("[data-left]");
  if (!left || !endsAt) return;
  const seconds = Math.max(0, Math.ceil((endsAt - performance.now()) / SECOND_MS));
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  const shown = seconds ? text : (left.getAttribute("data-over") ?? "");
  if (left.textContent !== shown) left.textContent = shown;
}

/**
 * Posts what a button says, and takes the page that comes back.
 * @param {string} action
 * @param {URLSearchParams} body
 */
async function press(action, body) {
  const page = await ask("POST", action, "document", body);
  if (!page || page.status >= SERVER_ERROR) failed(true);
  else if (!show(page)) location.reload();
}

/**
 * Posts an answer. The form is what it was before, so what was chosen can be seen nowhere.
 * @param {HTMLFormElement} form
 * @param {string} action
 * @param {URLSearchParams} body
 */
async function answer(form, action, body) {
  const request = await ask("POST", action, "json", body);
  if (!request || request.status >= SERVER_ERROR) {
    failed(true);
    return;
  }
  failed(false);
  if (request.response?.taken && thank(form)) return;
  const page = await ask("GET", location.pathname, "document");
  if (!page || page.status >= SERVER_ERROR) failed(true);
  else if (!show(page)) location.reload();
}

/**
 * Says in the place of the buttons that the answer is in; they go where it can be changed.
 * @param {HTMLFormElement} form
 */
function thank(form) {
  const template = main().querySelector("template[data-taken]");
  const place = form.closest("[data-answer]");
  if (!(template instanceof HTMLTemplateElement) || !place) return false;
  const next = document.importNode(template.content, true);
  next.querySelector("details")?.append(form);
  place.replaceChildren(next);
  const said = /** @type {HTMLElement | null} */ (place.querySelector("[role=status]"));
  said?.setAttribute("tabindex", "-1");
  said?.focus({ preventScroll: true });
  return true;
}

/**
 * Says that something did not get through, or no longer.
 * @param {boolean} is
 */
function failed(is) {
  main().querySelector("[data-failed]")?.toggleAttribute("hidden", !is);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || "plain" in form.dataset || !form.closest("main")) return;
  event.preventDefault();
  /** @type {[string, string][]} */
  const fields = Array.from(new FormData(form), ([name, value]) => [name, String(value)]);
  const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
  if (button?.name) fields.push([button.name, button.value]);
  const action = form.getAttribute("action") ?? "";
  const body = new URLSearchParams(fields);
  last = last.then(() => form.closest("[data-answer]") ? answer(form, action, body) : press(action, body));
});

begin();
addEventListener("resize", fit);
document.fonts.ready.then(fit);
setInterval(tick, SECOND_MS / 2);
follow();
