/** One file that the visitor chose, and what became of it. */

/** @typedef {import("./engine.js").Cleaned} Cleaned */

export class Chosen {
  /** How it ended; null as long as it is worked on. @type {Cleaned | null} */
  cleaned = null;
  /** True when it is a picture that the visitor painted boxes on, in place of the file that was chosen. */
  isCovered = false;
  /** The element that stands for it. @type {HTMLElement | null} */
  element = null;

  /**
   * @param {number} number its place in the order of choosing, from 1
   * @param {File} file
   */
  constructor(number, file) {
    this.number = number;
    this.file = file;
    this.shownName = file.name;
  }

  /** A name for the clean copy, which says nothing. */
  get newName() {
    const { isVideo, extension } = /** @type {Cleaned} */ (this.cleaned);
    return `${isVideo ? "video" : "photo"}-${this.number}.${extension}`;
  }

  /** The clean file, for a zip with others; null when there is none. */
  get content() {
    return this.cleaned?.content ?? null;
  }

  /** Whether a copy is worth saving by itself: a file that is clean already, name and all, needs none. */
  get isWorthSaving() {
    const { kind, told } = /** @type {Cleaned} */ (this.cleaned);
    return Boolean(this.content) && (kind === "cleaned" || this.isCovered || told.length > 0);
  }

  /** The visitor covered something: the new picture takes the place of the file. @param {File} picture */
  cover(picture) {
    this.file = picture;
    this.isCovered = true;
    this.cleaned = null;
  }
}
