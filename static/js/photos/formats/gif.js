/**
 * The plan for a GIF, still or animated: blocks from an allow-list, everything else left out.
 *
 * It does not decode: bytes hidden in a picture's sub-blocks behind the end of its LZW codes stay, and so do
 * reserved bits. A `;` that is missing is not added.
 * Source: GIF89a specification sections 17 to 27; Netscape Navigator 2.0 application extension (loop count).
 */

import { ascii, concat, latin1, zeros } from "../bytes.js";
import { damaged } from "../errors.js";
import { IMAGE, PartReader, STRAY, TRAILER, splitBlocks, tableBytes } from "./gif_blocks.js";
import { APPLICATION, CONTROL, NAME_BYTES, PLAIN_TEXT, PartReport } from "./gif_report.js";

/**
 * @import { Draft } from "../plan.js"
 * @import { Source } from "../source.js"
 * @import { Part } from "./gif_blocks.js"
 */

const SCREEN_BYTES = 13;
const CONTROL_HEAD = ascii("\x21\xf9\x04"), CONTROL_BYTES = 8;
const HAS_TRANSPARENCY = 0x01;
const LOOP_NAMES = ["NETSCAPE2.0", "ANIMEXTS1.0"];
const LOOP_KIND = 1, LOOP_BLOCK_BYTES = 3, LOOP_BYTES = 19;
// A loop count stands in the first sub-blocks; nobody writes it further behind.
const LOOP_WINDOW_BYTES = 1024;

/** Fill `draft`. Throws: CleanError damaged or too-many-parts. @param {Source} source @param {Draft} draft */
export function planGif(source, draft) {
  new GifPlanner(source, draft).run();
}

/** Takes part after part. Graphic control and loop count wait for the image they belong to. */
class GifPlanner {
  /** @param {Source} source @param {Draft} draft */
  constructor(source, draft) {
    this.source = source;
    this.draft = draft;
    this.report = new PartReport(source, draft);
    // In the order of the file, at most one of each label.
    /** @type {Part[]} */
    this.waiting = [];
    this.hasLoop = false;
    this.pictures = 0;
  }

  /** Read all parts and write the plan. */
  run() {
    let at = SCREEN_BYTES + tableBytes(this.source.read(0, SCREEN_BYTES)[10]);
    this.draft.keep(0, at);
    let isEnded = false;
    for (const part of new PartReader(this.source).walk(at)) {
      this.take(part);
      at = part.end;
      isEnded = part.mark === TRAILER;
    }
    this.finish(at, isEnded);
  }

  /** @param {Part} part */
  take(part) {
    if (part.mark === IMAGE) {
      this.takeImage(part);
    } else if (part.mark === TRAILER) {
      this.writeRest();
      this.draft.keep(part.start, part.size);
    } else if (part.mark === STRAY) {
      this.report.hidden("between blocks", part.start, part.size);
    } else if (part.isCut) {
      this.report.dropped(part);
    } else {
      this.takeExtension(part);
    }
  }

  /** @param {Part} part */
  takeImage(part) {
    if (part.isCut && part.blocks + 1 >= part.end) {
      // The file ends before its first byte of picture.
      this.report.hidden("image", part.start, part.size);
      return;
    }
    this.writeWaiting();
    this.draft.keep(part.start, part.size);
    this.pictures++;
  }

  /** @param {Part} part */
  takeExtension(part) {
    if (part.label === CONTROL) {
      if (this.source.read(part.blocks, 1)[0] < CONTROL_HEAD[2]) throw damaged("size");
      this.wait(part);
    } else if (part.label === APPLICATION && !this.hasLoop && this.loopCount(part)) {
      this.wait(part);
    } else {
      this.report.dropped(part);
      // The graphic control of a text was for it, and must not reach the next image.
      if (part.label === PLAIN_TEXT) this.waiting = this.waiting.filter(({ label }) => label !== CONTROL);
    }
  }

  /**
   * Remember a part instead of an earlier one of its label, which decoders forget as well.
   * @param {Part} part
   */
  wait(part) {
    for (const waiting of this.waiting) if (waiting.label === part.label) this.report.dropped(waiting);
    this.waiting = [...this.waiting.filter((waiting) => waiting.label !== part.label), part];
  }

  writeWaiting() {
    for (const part of this.waiting) {
      if (part.label === CONTROL) this.writeControl(part);
      else this.writeLoop(part);
    }
    this.waiting = [];
  }

  /** @param {Part} part */
  writeControl(part) {
    const values = this.source.read(part.blocks + 1, 4);
    if (values[0] & HAS_TRANSPARENCY) this.draft.noteKept("transparency");
    this.writeTrimmed(part, concat([CONTROL_HEAD, values, zeros(1)]), CONTROL_BYTES);
  }

  /** @param {Part} part */
  writeLoop(part) {
    const name = this.source.read(part.blocks, 1 + NAME_BYTES);
    const count = this.loopCount(part) ?? zeros(0);
    const kind = Uint8Array.of(LOOP_BLOCK_BYTES, LOOP_KIND);
    this.writeTrimmed(part, concat([ascii("\x21\xff"), name, kind, count, zeros(1)]), LOOP_BYTES);
    this.hasLoop = true;
  }

  /**
   * Keep a part that has the one length it may have; otherwise write what counts of it.
   * @param {Part} part @param {Uint8Array} literal @param {number} length
   */
  writeTrimmed(part, literal, length) {
    if (part.size === length) {
      this.draft.keep(part.start, length);
    } else {
      this.draft.write(literal);
      this.report.hidden("extension", part.start, part.size - length);
    }
  }

  /**
   * The two bytes of a loop count, or null when the block is not a loop or has none.
   * @param {Part} part
   * @returns {Uint8Array | null}
   */
  loopCount(part) {
    const raw = this.source.window(part.blocks, Math.min(part.end - part.blocks, LOOP_WINDOW_BYTES));
    const name = latin1(raw.subarray(1, 1 + NAME_BYTES));
    if (raw[0] !== NAME_BYTES || !LOOP_NAMES.includes(name)) return null;
    for (const block of splitBlocks(raw.subarray(1 + NAME_BYTES))) {
      const isCount = block.length >= LOOP_BLOCK_BYTES && block[0] === LOOP_KIND;
      if (isCount) return block.subarray(1, LOOP_BLOCK_BYTES);
    }
    return null;
  }

  /** Write what still waits when no image follows: a loop counts there too, a control does not. */
  writeRest() {
    for (const part of this.waiting) {
      if (part.label === CONTROL) this.report.dropped(part);
      else this.writeLoop(part);
    }
    this.waiting = [];
  }

  /** @param {number} end @param {boolean} isEnded */
  finish(end, isEnded) {
    if (!this.pictures) throw damaged("no-picture");
    this.writeRest();
    if (this.hasLoop || this.pictures > 1) this.draft.noteKept("animation");
    if (end < this.source.size) {
      this.draft.find("leftover-data", "after the picture", end, this.source.size - end);
    }
    if (!isEnded) this.draft.find("damaged-end", "end", end, 0);
  }
}
