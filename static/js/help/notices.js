/** The page that writes a notice: the form on it, judged and made into a text on the device. Nothing is sent. */

import { proof } from "../parts/proof.js";
import { Words } from "../parts/words.js";
import { Form } from "./notices/form.js";
import { Letter } from "./notices/letter.js";
import { Shown } from "./notices/shown.js";

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

function begin() {
  const tool = element("tool");
  const words = new Words(/** @type {any} */ (element("words")), document.documentElement.lang);
  const form = new Form(tool, words);
  const letter = new Letter(tool, words, document.documentElement.lang);
  const shown = new Shown(tool);
  form.onMade = (subject, text, homes) => {
    shown.letter();
    letter.fill(subject, text, homes);
  };
  const forget = () => {
    form.forget();
    letter.forget();
    shown.form();
  };
  shown.onChange = () => {
    letter.forget();
    form.focus();
  };
  shown.onClear = () => {
    forget();
    form.focus();
  };
  forget();
  for (const one of document.querySelectorAll("[data-without-script]")) one.toggleAttribute("hidden", true);
  tool.hidden = false;
  addEventListener("pagehide", forget);
  proof(element("proof"));
}

begin();
