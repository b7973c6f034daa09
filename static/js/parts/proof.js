/**
 * The proof panel: counts what this page loads, and when all is there it invites to switch the network off.
 *
 * It counts what the browser reports of this page, and claims no more than that. What a page cannot see stands in
 * `templates/parts/proof.html`; that a worker can ask for nothing is the policy of its own file.
 * Source: Resource Timing, CSP Level 3 section 5 (W3C), checked 2026-11-23.
 */

import { arrive } from "./stamp.js";

const WEB = /^(https?|wss?):/;
const KILOBYTE = 1000;
// The browser tells of a file that it refused twice: as asked for, and a moment later as refused.
const SETTLE_MS = 200;

/** What the browser reported of this page. Files count as loaded until `close()`, and as asked for from then on. */
class Report {
  /** @type {PerformanceResourceTiming[]} */
  #entries = [];
  #refused = new Set();
  #closed = Infinity;

  /** @param {() => void} onChange is called after each report */
  constructor(onChange) {
    const observer = new PerformanceObserver((list) => {
      const entries = /** @type {PerformanceResourceTiming[]} */ (list.getEntries());
      this.#entries.push(...entries.filter(({ name }) => WEB.test(name)));
      onChange();
    });
    observer.observe({ type: "resource", buffered: true });
    document.addEventListener("securitypolicyviolation", ({ blockedURI }) => {
      if (!WEB.test(blockedURI)) return;
      this.#refused.add(blockedURI);
      onChange();
    });
  }

  close() {
    this.#closed = performance.now();
  }

  get loaded() {
    return this.#entries.filter(({ startTime }) => startTime < this.#closed);
  }

  /** Addresses that were asked for since, save what the browser had kept or refused. */
  get asked() {
    const late = this.#entries.filter((entry) => entry.startTime >= this.#closed && !isKept(entry));
    return late.map(({ name }) => name).filter((name) => !this.#refused.has(name));
  }

  get refused() {
    return [...this.#refused];
  }
}

/**
 * Whether the browser had the file already, so that nothing was asked.
 * @param {PerformanceResourceTiming} entry
 */
const isKept = ({ transferSize, decodedBodySize }) => transferSize === 0 && decodedBodySize > 0;

/** The element of the panel with this name. @typedef {(name: string) => HTMLElement} Part */

/**
 * Fills the panel, and keeps it true. It stays as it is in the page, hidden, when the tool cannot be loaded.
 * @param {HTMLElement} panel as in `templates/parts/proof.html`
 * @param {{loaded?: Promise<unknown>}} [tool] with a promise that its engine is there, if it has one
 * @returns {Promise<void>} done when the panel invites
 */
export async function proof(panel, { loaded } = {}) {
  /** @type {Part} */
  const part = (name) => /** @type {HTMLElement} */ (panel.querySelector(`[data-part=${name}]`));
  let timer = 0;
  const report = new Report(() => {
    clearTimeout(timer);
    timer = setTimeout(() => show(part, report), SETTLE_MS);
  });
  try {
    await loaded;
  } catch {
    return;
  }
  // A letter in the name of a file could need the other font: it would be a request, later. So would the icon of the
  // page, which the browser asks for when it likes.
  await Promise.allSettled([...[...document.fonts].map((font) => font.load()), icon()]);
  report.close();
  show(part, report);
  arrive(panel);
  const online = () => {
    part("offline").hidden = navigator.onLine;
    part("invitation").hidden = !navigator.onLine;
  };
  addEventListener("online", online);
  addEventListener("offline", online);
  online();
}

/** Done when the browser has the icon of the page. */
function icon() {
  const picture = new Image();
  picture.src = /** @type {HTMLLinkElement} */ (document.querySelector("link[rel=icon]")).href;
  return picture.decode();
}

/** @param {Part} part @param {Report} report */
function show(part, report) {
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const { loaded, asked, refused } = report;
  const bytes = loaded.reduce((sum, { encodedBodySize = 0 }) => sum + encodedBodySize, 0);
  part("files").textContent = number.format(loaded.length);
  part("kilobytes").textContent = number.format(Math.round(bytes / KILOBYTE));
  // Older browsers do not tell.
  part("size").hidden = !bytes;
  part("requests").textContent = number.format(asked.length);
  part("bytes").hidden = asked.length > 0;
  part("unknown").hidden = !asked.length;
  // Wherever the page says that nothing was sent, it stops saying so.
  document.body.classList.toggle("asked", asked.length > 0);
  list(part, "asked", asked);
  list(part, "refused", refused);
}

/** @param {Part} part @param {string} name @param {string[]} addresses */
function list(part, name, addresses) {
  part(name).hidden = !addresses.length;
  const items = addresses.map((address) => {
    const item = document.createElement("li");
    item.append(Object.assign(document.createElement("bdi"), { textContent: address }));
    return item;
  });
  part(`${name}-list`).replaceChildren(...items);
}
