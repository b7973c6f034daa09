/** The answer to what was typed: filled into the page as text, without any markup of its own. */

import { part, show, write, written } from "../../parts/stamp.js";
import { MEASURED_CHARACTERS } from "../measured.js";

/** @typedef {import("../strength.js").Strength} Strength */
/** @typedef {import("../../parts/words.js").Words} Words */

const DOT = "•";
// Told apart from what would help most.
const ALWAYS = ["keep", "unique", "manager", "second-step"];

export class Answer {
  #root;
  #words;
  /** @type {Strength["parts"]} */
  #parts = [];

  /**
   * @param {HTMLElement} root
   * @param {Words} words
   */
  constructor(root, words) {
    this.#root = root;
    this.#words = words;
  }

  /**
   * Shows a measure.
   * @param {Strength} strength
   * @param {string} password that was measured
   * @param {boolean} isShown whether its letters may be read
   */
  fill(strength, password, isShown) {
    const { score, online, stolen, weaknesses, advice, parts, isCapped } = strength;
    this.#say("headline", "score", String(score));
    this.#say("online", "time", online);
    this.#say("stolen", "time", stolen);
    this.#meter(score);
    this.#list("why", "weakness", weaknesses);
    this.#list("helps", "advice", advice.filter((code) => !ALWAYS.includes(code)));
    this.#list("always", "advice", advice.filter((code) => ALWAYS.includes(code)));
    write(part(this.#root, "capped"), this.#words.say("sentence", "capped", { n: String(MEASURED_CHARACTERS) }));
    show(this.#root, { capped: isCapped });
    this.#parts = parts;
    this.reveal(password, isShown);
  }

  /**
   * Draws the parts again, as letters or as dots.
   * @param {string} password
   * @param {boolean} isShown
   */
  reveal(password, isShown) {
    const drawn = this.#parts.map((one) => this.#part(one, password.slice(one.start, one.end), isShown));
    part(this.#root, "parts").replaceChildren(...drawn);
    show(this.#root, { "parts-section": this.#parts.some(({ weaknesses }) => weaknesses.length) });
  }

  /** Forgets what was shown. */
  empty() {
    this.#parts = [];
    part(this.#root, "parts").replaceChildren();
    part(this.#root, "headline").textContent = "";
  }

  /**
   * @param {Strength["parts"][number]} one
   * @param {string} letters
   * @param {boolean} isShown
   */
  #part({ weaknesses }, letters, isShown) {
    const item = written("li", []);
    item.className = weaknesses.length ? "part found" : "part";
    const shown = Object.assign(document.createElement("bdi"), {
      textContent: isShown ? letters.replace(/ /g, "\u2423") : DOT.repeat([...letters].length),
    });
    const codes = weaknesses.length ? weaknesses : [""];
    const label = codes.map((code) => this.#words.text("part", code)).join(", ");
    item.append(shown, Object.assign(document.createElement("span"), { textContent: label }));
    return item;
  }

  /** @param {number} score */
  #meter(score) {
    const meter = part(this.#root, "meter");
    meter.setAttribute("aria-label", this.#words.text("meter", String(score)));
    [...meter.children].forEach((bar, at) => bar.setAttribute("class", at < score ? "on" : "off"));
  }

  /** @param {string} name @param {string} table @param {string} key */
  #say(name, table, key) {
    const element = part(this.#root, name);
    const text = this.#words.text(table, key);
    // Said again only when it changed: it is read aloud.
    if (element.textContent !== text) element.textContent = text;
  }

  /** @param {string} name @param {string} table @param {string[]} codes */
  #list(name, table, codes) {
    show(this.#root, { [name]: codes.length });
    const items = codes.map((code) => written("li", this.#words.say(table, code)));
    part(this.#root, `${name}-list`).replaceChildren(...items);
  }
}
