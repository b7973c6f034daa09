// The page that keeps these tools on the device when asked, and takes them back. Nothing happens before a press.

import { ability, keep, kept, remove } from "./kit.js";

/** @param {string} id @returns {any} what it is stands in the template */
const byId = (id) => document.getElementById(id);
/** @type {HTMLElement} */
const state = byId("state");
/** @type {HTMLButtonElement[]} */
const [keepButton, removeButton] = ["keep", "remove"].map(byId);
const language = document.documentElement.lang;

/**
 * Says how things stand, with the sentences that the page brings.
 * @param {string} name
 * @param {Record<string, string>} values
 */
function say(name, values = {}) {
  const sentence = byId("states").content.querySelector(`[data-state="${name}"]`).cloneNode(true);
  for (const [slot, value] of Object.entries(values)) {
    sentence.querySelector(`[data-value="${slot}"]`).textContent = value;
  }
  state.replaceChildren(sentence);
  return sentence;
}

/** @param {number} bytes */
function megabytes(bytes) {
  /** @type {Intl.NumberFormatOptions} */
  const style = { style: "unit", unit: "megabyte", maximumFractionDigits: 1 };
  return new Intl.NumberFormat(language, style).format(bytes / 1e6);
}

/** A date as the pages of this site write it. @param {Date} day */
function date(day) {
  if (Number.isNaN(day.getTime())) return "?";
  const month = new Intl.DateTimeFormat(language, { month: "short" }).format(day);
  return `${day.getDate()} ${month} ${day.getFullYear()}`;
}

/** Shows what is kept, or `otherwise`, and the one button that fits. @param {string} otherwise */
async function show(otherwise) {
  const found = await kept();
  if (found) {
    const { bytes, day, release } = found;
    const sentence = say("kept", { size: megabytes(bytes), day: date(day), release });
    sentence.querySelector('[data-value="newer"]').hidden = state.dataset.release === release;
  } else {
    say(otherwise);
  }
  keepButton.hidden = Boolean(found);
  keepButton.toggleAttribute("data-comes", !found);
  removeButton.hidden = !found;
}

/**
 * Does what a button is for, and shows how it ended where the focus can stay.
 * @param {HTMLButtonElement} button
 * @param {() => Promise<string>} work gives the sentence for when nothing is kept
 */
function onPress(button, work) {
  button.addEventListener("click", async () => {
    if (button.getAttribute("aria-disabled")) return;
    button.setAttribute("aria-disabled", "true");
    await work().then(show).catch(() => say("stuck"));
    button.removeAttribute("aria-disabled");
    // The button that had the focus is gone now.
    if (document.activeElement === document.body) state.focus();
  });
}

onPress(keepButton, async () => {
  say("working");
  return keep().then(() => "none", () => "failed");
});

onPress(removeButton, () => remove().then((isGone) => (isGone ? "removed" : "stuck"), () => "stuck"));

/**
 * Tells the browser the name and picture that were chosen: each looks for them in another place.
 * @param {Record<string, string>} chosen
 */
function nameIt({ name, manifest, picture }) {
  document.title = name;
  link("manifest", manifest);
  link("icon", picture);
  link("apple-touch-icon", picture);
  byId("add").hidden = false;
}

/** @param {string} rel @param {string} href */
function link(rel, href) {
  document.head.querySelector(`link[rel=${rel}]`)?.remove();
  document.head.append(Object.assign(document.createElement("link"), { rel, href }));
}

for (const choice of byId("names").querySelectorAll("input")) {
  choice.addEventListener("change", () => nameIt(/** @type {Record<string, string>} */ (choice.dataset)));
}

byId("without-script").hidden = true;
byId("names").hidden = false;
if (ability() === "able") show("none").catch(() => say("unsupported"));
else say(ability());
