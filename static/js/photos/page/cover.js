/**
 * Cover something: solid boxes over faces, tattoos, names; cropping; a smaller size. It makes a new picture of
 * pixels alone, looks at it again, and hands it on. Nothing is sent, and nothing is kept once it is closed.
 */

import { Editor } from "./cover/editor.js";
import { makePicture } from "./cover/make.js";
import { trustOfCanvas } from "./cover/noise.js";
import { decode, empty, forget } from "./cover/pixels.js";
import { fitted } from "./cover/sizes.js";
import { part, show, write } from "../../parts/stamp.js";
import { followWho } from "../../parts/who.js";
import { Words } from "../../parts/words.js";

/** @typedef {import("./cover/boxes.js").Size} Size */
/** @typedef {import("./cover/make.js").Made} Made */
/**
 * What is covered: the file, the same as a Blob that the browser can show, and what happens with the result.
 * @typedef {object} Request
 * @property {File} file
 * @property {Blob} picture
 * @property {string} format
 * @property {HTMLElement} opener gets the focus back
 * @property {(picture: File) => void} onDone
 */

// The picture on the screen need not be larger, even enlarged; only the saved one is.
const SHOWN_PIXELS = 2048;
// More than any picture has.
const AS_IT_IS = 1e9;
const STATES = ["loading", "work", "cannot", "untrusted", "reduced"];
const NOTES = ["nothing-yet", "failed", "sure", "busy"];

/** @type {(() => void) | undefined} */
let forgetWho;

/**
 * Opens the dialog.
 * @param {Request} request
 */
export function openCover(request) {
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("cover"));
  forgetWho ??= followWho(dialog);
  forgetWho();
  new Cover(dialog, request).open();
}

class Cover {
  #closing = new AbortController();
  /** @type {Editor | null} */
  #editor = null;
  #isBusy = false;
  /** A finished picture that waits for a yes. @type {File | null} */
  #reduced = null;

  /**
   * @param {HTMLDialogElement} dialog
   * @param {Request} request
   */
  constructor(dialog, request) {
    this.dialog = dialog;
    this.request = request;
    this.words = new Words(part(dialog, "words"), document.documentElement.lang);
  }

  open() {
    const { dialog } = this, { signal } = this.#closing;
    dialog.addEventListener("close", () => this.#closed(), { signal });
    dialog.addEventListener("cancel", (event) => this.#cancel(event), { signal });
    dialog.addEventListener("click", (event) => this.#button(event), { signal });
    // Who comes back with the browser's own button finds no picture.
    addEventListener("pagehide", () => this.#closed(), { signal });
    this.#showState("loading");
    this.#note(null);
    dialog.showModal();
    dialog.querySelector("h2")?.focus();
    this.#load();
  }

  async #load() {
    try {
      const decoded = await decode(this.request.picture);
      if (this.#closing.signal.aborted) return forget(decoded);
      this.#showPicture(decoded);
      forget(decoded);
      await this.#weigh();
    } catch {
      if (!this.#closing.signal.aborted) this.#showState("cannot");
    }
  }

  /** @param {import("./cover/pixels.js").Decoded} decoded */
  #showPicture({ pixels, size }) {
    const shown = fitted(size, SHOWN_PIXELS);
    const canvas = /** @type {HTMLCanvasElement} */ (part(this.dialog, "canvas"));
    Object.assign(canvas, shown);
    canvas.getContext("2d")?.drawImage(pixels, 0, 0, shown.width, shown.height);
    part(this.dialog, "view").style.setProperty("--shape", String(size.width / size.height));
    this.#offerSizes(size);
    this.#editor = new Editor(this.dialog, size, this.words, () => this.#changed(), this.#closing.signal);
    this.#showState("work");
  }

  /** What was said of the drawing before is over. */
  #changed() {
    if (!this.#isBusy) this.#note(null);
  }

  /** Offers the sizes that are smaller than the picture. @param {Size} size */
  #offerSizes({ width, height }) {
    const choice = /** @type {HTMLSelectElement} */ (part(this.dialog, "size"));
    choice.value = "";
    for (const option of choice.options) {
      option.hidden = option.disabled = Number(option.value) >= Math.max(width, height);
    }
  }

  /** Whether what is drawn here can be read back; when not, no picture can be made. */
  async #weigh() {
    const trust = await trustOfCanvas();
    if (this.#closing.signal.aborted) return false;
    show(this.dialog, { slight: trust === "slight" });
    if (trust === "wrong") this.#showState("untrusted");
    else this.#showState("work");
    return trust !== "wrong";
  }

  /** @param {MouseEvent} event */
  #button(event) {
    const button = /** @type {HTMLElement} */ (event.target).closest("button, a");
    const name = button instanceof HTMLElement ? button.dataset.part : "";
    if (name === "leave") this.#leave(event);
    else if (name === "close") this.#cancel(null);
    else if (name === "close-anyway") this.dialog.close();
    else if (name === "go-on") this.#goOn();
    else if (name === "again") this.#tryAgain();
    else if (name === "make") this.#make();
    else if (name === "use-reduced" && this.#reduced) this.#finish(this.#reduced);
    else if (name === "back") this.#back();
  }

  /** The way out of the page lies under the dialog: it is used from here. @param {MouseEvent} event */
  #leave(event) {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    /** @type {HTMLElement} */ (document.querySelector("a.leave")).click();
  }

  /** Closes it; what was drawn is not thrown away without a question. @param {Event | null} event */
  #cancel(event) {
    if (this.#editor?.isTouched && part(this.dialog, "sure").hidden) {
      event?.preventDefault();
      this.#showState("work");
      this.#note("sure");
      part(this.dialog, "go-on").focus();
    } else this.dialog.close();
  }

  #goOn() {
    this.#note(null);
    part(this.dialog, "make").focus();
  }

  async #make() {
    if (this.#isBusy || !this.#editor) return;
    const { drawing, isTouched } = this.#editor;
    const longest = Number(part(this.dialog, "size").value) || AS_IT_IS;
    if (!isTouched && longest === AS_IT_IS) return this.#note("nothing-yet");
    this.#isBusy = true;
    this.#note("busy");
    const { picture, format } = this.request;
    const isTrusted = await this.#weigh();
    const made = isTrusted ? await makePicture(picture, format, drawing, longest).catch(() => null) : null;
    this.#isBusy = false;
    if (this.#closing.signal.aborted) return;
    this.#note(null);
    if (!isTrusted) part(this.dialog, "again").focus();
    // When somebody drew on meanwhile, what was made lacks that.
    else if (this.#editor.drawing === drawing) this.#use(made);
  }

  /** @param {Made | null} made */
  #use(made) {
    if (!made) this.#note("failed");
    else if (made.isReduced) this.#askForReduced(made);
    else this.#finish(made.file);
  }

  /** The visitor may have allowed this page to read what it draws. */
  async #tryAgain() {
    if (await this.#weigh()) part(this.dialog, "make").focus();
  }

  /** It became smaller than asked: the visitor sees how small before it is used. @param {Made} made */
  #askForReduced({ file, width, height }) {
    const size = { width: String(width), height: String(height) };
    write(part(this.dialog, "reduced-to"), this.words.say("cover", "reduced", size));
    this.#reduced = file;
    this.#showState("reduced");
    part(this.dialog, "use-reduced").focus();
  }

  #back() {
    this.#reduced = null;
    this.#showState("work");
    this.#goOn();
  }

  /** @param {File} file */
  #finish(file) {
    const { onDone } = this.request;
    this.dialog.close();
    onDone(file);
  }

  #closed() {
    this.#closing.abort();
    this.dialog.close();
    empty(/** @type {HTMLCanvasElement} */ (part(this.dialog, "canvas")));
    this.request.opener.focus();
  }

  /** @param {string} state */
  #showState(state) {
    show(this.dialog, Object.fromEntries(STATES.map((one) => [one, one === state])));
  }

  /** Shows one of the notes beside the button, or none. @param {string | null} note */
  #note(note) {
    show(this.dialog, Object.fromEntries(NOTES.map((one) => [one, one === note])));
  }
}
