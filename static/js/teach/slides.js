// Slides one by one, in the whole window. Without this script they are a page of frames.

const deck = /** @type {HTMLElement} */ (document.getElementById("deck"));
const present = /** @type {HTMLElement} */ (document.getElementById("present"));
/** @type {HTMLElement[]} */
const slides = Array.from(deck.querySelectorAll(".slide"));
const bar = part("bar");
let at = 0;

/** What the page calls by `name`. @param {string} name */
function part(name) {
  return /** @type {HTMLElement} */ (document.querySelector(`[data-part=${name}]`));
}

function isOn() {
  return deck.classList.contains("on");
}

/** Shows the slide at `place`, or the nearest one there is. @param {number} place */
function show(place) {
  at = Math.min(Math.max(place, 0), slides.length - 1);
  slides.forEach((slide, number) => slide.classList.toggle("front", number === at));
  const words = deck.dataset.place ?? "";
  part("place").textContent = words.replace("{at}", String(at + 1)).replace("{all}", String(slides.length));
  slides[at].scrollTop = 0;
}

function start() {
  deck.classList.add("on");
  bar.hidden = false;
  others(true);
  show(at);
  part("next").focus();
}

function end() {
  deck.classList.remove("on");
  blank(false);
  bar.hidden = true;
  others(false);
  part("start").focus();
}

/** Keeps what lies behind the deck out of reach of the keyboard. @param {boolean} away */
function others(away) {
  for (let one = /** @type {HTMLElement} */ (deck); one !== document.body; one = one.parentElement ?? document.body) {
    for (const beside of one.parentElement?.children ?? []) {
      if (beside !== one) beside.toggleAttribute("inert", away);
    }
  }
}

/** A screen without words, to look at each other. @param {boolean} wanted */
function blank(wanted) {
  deck.classList.toggle("blank", wanted);
  part("blank").setAttribute("aria-pressed", String(wanted));
}

function turnBlank() {
  blank(!deck.classList.contains("blank"));
}

/** @type {Record<string, () => void>} */
const KEYS = {
  ArrowRight: () => show(at + 1),
  ArrowDown: () => show(at + 1),
  PageDown: () => show(at + 1),
  " ": () => show(at + 1),
  ArrowLeft: () => show(at - 1),
  ArrowUp: () => show(at - 1),
  PageUp: () => show(at - 1),
  Home: () => show(0),
  End: () => show(slides.length - 1),
  b: turnBlank,
  B: turnBlank,
  Escape: end,
};

if (slides.length) {
  present.hidden = false;
  part("start").addEventListener("click", start);
  part("next").addEventListener("click", () => show(at + 1));
  part("back").addEventListener("click", () => show(at - 1));
  part("blank").addEventListener("click", turnBlank);
  part("end").addEventListener("click", end);
}

document.addEventListener("keydown", (event) => {
  const act = KEYS[event.key];
  if (!isOn() || !act || event.altKey || event.ctrlKey || event.metaKey) return;
  // Space on a button presses that button.
  if (event.key === " " && event.target instanceof HTMLButtonElement) return;
  event.preventDefault();
  act();
});
