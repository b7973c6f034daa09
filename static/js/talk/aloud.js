/**
 * Reads the page aloud, sentence by sentence, with a voice of the device.
 *
 * Without such a voice the buttons never appear. A pause stops the sentence, and reading on begins it anew: not
 * every system can halt in the middle of one.
 */

import { part, show } from "../parts/stamp.js";
import { sentencesIn } from "./sentences.js";
import { localVoice } from "./voices.js";

const bar = /** @type {HTMLElement} */ (document.getElementById("aloud"));
const text = /** @type {HTMLElement} */ (document.getElementById("text"));
const page = document.documentElement;
/** @type {import("./sentences.js").Sentence[]} */
let sentences = [];
let at = 0;
/** @type {"quiet" | "reading" | "paused"} */
let state = "quiet";
// What is spoken now; whatever an older utterance reports is out of date.
/** @type {SpeechSynthesisUtterance | null} */
let spoken = null;

function voice() {
  return localVoice(speechSynthesis.getVoices(), page.lang, navigator.languages);
}

/** Appears when a fitting voice is there, and goes when it is not. */
function offer() {
  bar.hidden = voice() === null;
  if (bar.hidden) stop();
}

function silence() {
  spoken = null;
  speechSynthesis.cancel();
}

/** @param {number} number the sentence to mark; -1 for none */
function mark(number) {
  for (const one of text.querySelectorAll(".now")) one.classList.remove("now");
  const parts = sentences[number]?.parts ?? [];
  for (const one of parts) one.classList.add("now");
  parts[0]?.scrollIntoView({ block: "nearest" });
}

/** @param {"quiet" | "reading" | "paused"} now */
function become(now) {
  state = now;
  // The button that goes away hands on the focus.
  if (now === "quiet" && document.activeElement === part(bar, "stop")) part(bar, "go").focus();
  bar.classList.toggle("on", now !== "quiet");
  show(bar, { start: now === "quiet", pause: now === "reading", on: now === "paused", stop: now !== "quiet" });
}

function read() {
  const local = voice();
  if (!local || at >= sentences.length) return stop();
  mark(at);
  const utterance = new SpeechSynthesisUtterance(sentences[at].text);
  utterance.voice = local;
  utterance.lang = local.lang;
  utterance.addEventListener("end", () => {
    if (utterance !== spoken) return;
    at += 1;
    read();
  });
  utterance.addEventListener("error", () => {
    if (utterance === spoken) pause();
  });
  spoken = utterance;
  speechSynthesis.speak(utterance);
}

function go() {
  if (state === "reading") return pause();
  if (!sentences.length) sentences = sentencesIn(text);
  silence();
  become("reading");
  read();
}

function pause() {
  silence();
  become("paused");
}

function stop() {
  silence();
  at = 0;
  mark(-1);
  become("quiet");
}

function begin() {
  if (!("speechSynthesis" in globalThis)) return;
  part(bar, "go").addEventListener("click", go);
  part(bar, "stop").addEventListener("click", stop);
  // Who leaves, or turns to something else, wants quiet at once.
  new MutationObserver(() => page.classList.contains("covered") && stop()).observe(page, { attributeFilter: ["class"] });
  document.addEventListener("visibilitychange", () => document.hidden && state === "reading" && pause());
  addEventListener("pagehide", stop);
  speechSynthesis.addEventListener?.("voiceschanged", offer);
  offer();
}

begin();
