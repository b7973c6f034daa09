/**
 * The turns of two people: what is on the screen now, and the answers in this page's memory. A screen is made
 * when it is shown and gone with the next, so nothing of one person is in the page while the other one holds it.
 */

import { below } from "../../parts/chance.js";
import { part, show, stamp, write } from "../../parts/stamp.js";
import { Words } from "../../parts/words.js";
import { opened } from "./opening.js";
import { chosen, Questions } from "./questions.js";
import { Turn } from "./turn.js";

const PEOPLE = 2;

export class Game {
  #tool;
  #words;
  #questions;
  /** @type {Turn[]} */
  #turns = [];

  /** @param {HTMLElement} tool as in `templates/talk/tools/same_page_of.html` */
  constructor(tool) {
    const words = /** @type {HTMLTemplateElement} */ (document.getElementById("words"));
    this.#tool = tool;
    this.#words = new Words(words, document.documentElement.lang);
    this.#questions = new Questions(this.#words);
    part(tool, "forget").addEventListener("click", () => {
      this.forget();
      this.#focus();
    });
  }

  /** Shows the first screen, with nothing answered. */
  start() {
    this.#turns = Array.from({ length: PEOPLE }, () => new Turn(this.#questions.count));
    const screen = stamp("start");
    part(screen, "print").addEventListener("click", () => print());
    this.#show(screen, () => this.#hand(0));
    show(this.#tool, { "forget-line": false });
  }

  /** Takes back all that was answered, chosen or written. */
  forget() {
    this.#printed("paper");
    this.start();
  }

  /** @param {number} who has the phone next */
  #hand(who) {
    this.#show(stamp(`hand-${who}`), () => this.#ask(who, 0));
    this.#focus();
  }

  /** @param {number} who @param {number} at */
  #ask(who, at) {
    const screen = this.#questions.ask(at, who, this.#turns[who].given(at));
    this.#show(screen, () => {
      const choice = chosen(screen);
      part(screen, "wrong").textContent = choice === undefined ? this.#words.text("say", "wrong") : "";
      if (choice === undefined) return;
      this.#turns[who].answer(at, choice);
      if (at + 1 < this.#questions.count) this.#ask(who, at + 1);
      else this.#choose(who);
    });
    part(screen, "back").addEventListener("click", () => (at ? this.#ask(who, at - 1) : this.#hand(who)));
    this.#focus();
  }

  /** @param {number} who chooses which answers to show */
  #choose(who) {
    const screen = this.#questions.choose(who, this.#turns[who]);
    this.#show(screen, () => (who + 1 < PEOPLE ? this.#hand(who + 1) : this.#both()));
    part(screen, "back").addEventListener("click", () => this.#ask(who, this.#questions.count - 1));
    this.#focus();
  }

  #both() {
    this.#show(stamp("both"), () => this.#open());
    this.#focus();
  }

  /** Shows what both want to show, and forgets everything else. */
  #open() {
    const [first, second] = this.#turns.map((turn) => turn.open());
    const open = opened(first, second, below);
    this.#turns = [];
    const screen = this.#questions.opened(open, first, second);
    const { length } = open;
    const title = length ? this.#words.count("opened", "opened", length) : this.#words.say("say", "closed");
    write(part(screen, "title"), title);
    this.#show(screen, () => this.#agree());
    this.#focus();
  }

  #agree() {
    const screen = stamp("agree");
    const fields = /** @type {HTMLTextAreaElement[]} */ ([...screen.querySelectorAll("textarea")]);
    this.#show(screen);
    this.#printed("agreed");
    const follow = () => this.#write(fields.map(({ value }) => value.trim()));
    screen.addEventListener("input", follow);
    follow();
    part(screen, "print").addEventListener("click", () => print());
    this.#focus();
  }

  /** Puts sentences on the paper; an empty one is a line to write on. @param {string[]} sentences */
  #write(sentences) {
    part(document, "agreed-lines").replaceChildren(
      ...sentences.map((sentence) => {
        const line = document.createElement("li");
        const text = document.createElement("bdi");
        text.textContent = sentence;
        line.append(text);
        line.classList.toggle("blank", !sentence);
        return line;
      }),
    );
  }

  /** @param {"paper" | "agreed"} name of what is printed from now on */
  #printed(name) {
    this.#write([]);
    show(document, { paper: name === "paper", agreed: name === "agreed" });
  }

  /** @param {HTMLElement} screen @param {() => void} [go] what its button does */
  #show(screen, go) {
    part(this.#tool, "screen").replaceChildren(screen);
    show(this.#tool, { "forget-line": true });
    if (go) part(screen, "go").addEventListener("click", go);
  }

  /** The heading of the new screen is read out, and is where Tab goes on from. */
  #focus() {
    const heading = /** @type {HTMLElement} */ (this.#tool.querySelector("h2"));
    heading.focus();
    this.#tool.scrollIntoView({ block: "nearest" });
  }
}
