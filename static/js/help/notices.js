/** The page that writes a notice: the form on it, judged and made into a text on the device. Nothing is sent. */

import { proof } from "../parts/proof.js";
import { Words } from "../parts/words.js";
import { Form } from "./notices/form.js";
import { Letter } from "./notices/letter.js";
import { Shown } from "./notices/shown.js";

// One letter of each part of the typeface: a name must not make the browser ask for it later.
const LETTERS = "aā";

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
  proof(element("proof"), { loaded: Promise.all([document.fonts.load("1em Atkinson", LETTERS), icon()]) });
}

/** The browser asks for the icon of the page when it likes: from now on it has it. */
function icon() {
  const picture = new Image();
  picture.src = /** @type {HTMLLinkElement} */ (document.querySelector("link[rel=icon]")).href;
  return picture.decode();
}

begin();
