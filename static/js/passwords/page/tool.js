/** The tool that measures while one types. What is typed is in the field and in the worker, and is sent nowhere. */

import { arrive, part, show } from "../../parts/stamp.js";
import { Words } from "../../parts/words.js";
import { Answer } from "./answer.js";
import { Meter } from "./meter.js";

const tool = /** @type {HTMLElement} */ (document.getElementById("tool"));
const words = new Words(
  /** @type {HTMLTemplateElement} */ (document.getElementById("words")), document.documentElement.lang,
);
const answer = new Answer(part(tool, "answer"), words);
const meter = new Meter(tool.dataset.engine ?? "", told);
/** @type {HTMLInputElement} */
const field = part(tool, "field");
/** @type {HTMLButtonElement} */
const shower = part(tool, "show");
let leadsToAnswer = false;

/**
 * Shows what the meter tells of what is typed.
 * @param {import("./meter.js").Told} what
 */
function told({ state, strength }) {
  show(tool, { loading: state === "loading", long: state === "long", broken: state === "broken" });
  if (strength) answer.fill(strength, field.value, isShown());
  show(tool, { answer: state === "measured" });
  if (leadsToAnswer && state === "measured") {
    leadsToAnswer = false;
    part(tool, "headline").focus();
  }
  // Said aloud once, when it changed.
  const text = part(tool, state === "measured" ? "headline" : state).textContent;
  if (part(tool, "said").textContent !== text) part(tool, "said").textContent = text;
}

/** Whether one can read what is typed. */
function isShown() {
  return shower.getAttribute("aria-pressed") === "true";
}

/** @param {boolean} wanted */
function reveal(wanted) {
  shower.setAttribute("aria-pressed", String(wanted));
  // A field for passwords would be offered to managers of passwords; older browsers can hide letters in no other way.
  if (CSS.supports("-webkit-text-security", "disc")) field.classList.toggle("hidden-letters", !wanted);
  else field.type = wanted ? "text" : "password";
  answer.reveal(field.value, wanted);
}

function typed() {
  meter.measure(field.value);
  if (!field.value) {
    answer.empty();
    show(tool, { answer: false, loading: false, long: false });
    part(tool, "said").textContent = "";
  }
}

/** @param {Event} event */
function takeExample({ currentTarget }) {
  field.value = /** @type {HTMLElement} */ (currentTarget).textContent ?? "";
  // Everybody can read it on the button.
  reveal(true);
  // The buttons stand below the answer.
  leadsToAnswer = true;
  typed();
}

function forget() {
  field.value = "";
  reveal(false);
  typed();
}

/** Shows the tool in place of the way that works without script. */
export function begin() {
  for (const one of document.querySelectorAll("[data-without-script]")) one.toggleAttribute("hidden", true);
  arrive(tool);
  // What the browser may have kept in the field from an earlier visit goes.
  forget();
  field.addEventListener("focus", () => meter.load(), { once: true });
  field.addEventListener("input", () => {
    leadsToAnswer = false;
    typed();
  });
  shower.addEventListener("click", () => reveal(!isShown()));
  for (const example of tool.querySelectorAll("[data-example]")) example.addEventListener("click", takeExample);
  part(tool, "clear").addEventListener("click", () => {
    forget();
    field.focus();
  });
  addEventListener("pagehide", forget);
}
