/**
 * The plan for a JPEG XL picture: boxes from an allow-list, everything else left out; the codestream stays.
 * Source: design document metadata.md, section 11; ISO/IEC 18181-2 section 9 (container boxes).
 */

import { BoxReader } from "../base_media/boxes.js";
import { ascii, latin1, u32 } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";
import { MAX_FRAME_INDEX_BYTES } from "../limits.js";
import { isSoundIndex } from "./frame_index.js";
import { BoxReport } from "./jpeg_xl_report.js";

/**
 * @import { Box } from "../base_media/boxes.js"
 * @import { Draft } from "../plan.js"
 * @import { Source } from "../source.js"
 */

const CODESTREAM_MARK = "\xff\x0a";
// The zeros are the version that all files have; in version 1 pieces may stand in any order.
const BRAND = "jxl \0\0\0\0";
const TYPE_BOX = `\0\0\0\x14ftyp${BRAND}jxl `;
const LEVEL_HEAD = "\0\0\0\x09jxll";
const LEVELS = ["\x05", "\x0a"];
const NUMBER_BYTES = 4;
const IS_LAST = 0x80000000;

/**
 * Fills `draft`. Throws CleanError damaged, unsupported-variant or too-many-parts.
 * @param {Source} source @param {Draft} draft
 */
export function planJpegXl(source, draft) {
  if (latin1(source.read(0, 2)) === CODESTREAM_MARK) draft.keep(0, source.size);
  else new ContainerPlanner(source, draft).run();
}

/** Takes box after box, and writes when all are seen: an index can stand before its codestream. */
class ContainerPlanner {
  /** @param {Source} source @param {Draft} draft */
  constructor(source, draft) {
    this.source = source;
    this.draft = draft;
    this.report = new BoxReport(source, draft);
    /** @type {Box[]} */
    this.kept = [];
    this.end = 0;
    this.pieces = 0;
    this.codestreamBytes = 0;
    this.isComplete = false;
  }

  run() {
    let number = 0;
    for (const box of this.boxes()) {
      this.take(number, box);
      this.end = box.end;
      number += 1;
    }
    if (!this.codestreamBytes) throw damaged("no-picture");
    for (const box of this.kept) this.write(box);
    const left = this.source.size - this.end;
    if (left > 0) this.draft.find("leftover-data", "after the picture", this.end, left);
    if (!this.isComplete) this.draft.find("damaged-end", "end", this.end, 0);
  }

  /**
   * The boxes of the file; behind a complete picture up to where something is no box.
   * @returns {Generator<Box>}
   */
  *boxes() {
    const boxes = new BoxReader(this.source).topLevel();
    while (true) {
      let step;
      try {
        step = boxes.next();
      } catch (error) {
        if (!(error instanceof CleanError) || error.code !== "damaged" || !this.isComplete) throw error;
        return;
      }
      if (step.done) return;
      yield step.value;
    }
  }

  /** @param {number} number @param {Box} box */
  take(number, box) {
    // The first box is what the format was recognised by.
    if ((number === 1) !== (box.kind === "ftyp")) throw damaged("order");
    if (number === 0 || this.isUsed(box)) this.kept.push(box);
    else this.report.dropped(box);
  }

  /** True for a box that stays, in whole or in part. @param {Box} box @returns {boolean} */
  isUsed(box) {
    if (box.kind === "ftyp") this.checkBrand(box);
    else if (box.kind === "jxlc") this.takeCodestream(box);
    else if (box.kind === "jxlp") this.takePiece(box);
    else if (box.kind === "jxll") {
      return !this.codestreamBytes && this.isFirst(box) && LEVELS.includes(this.level(box));
    } else return box.kind === "jxli" && this.isFirst(box);
    return true;
  }

  /** @param {Box} box @returns {boolean} */
  isFirst(box) {
    return this.kept.every((kept) => kept.kind !== box.kind);
  }

  /** @param {Box} box */
  checkBrand(box) {
    if (latin1(this.source.window(box.content, BRAND.length)) !== BRAND) {
      throw new CleanError("unsupported-variant", { format: "jpeg-xl" });
    }
  }

  /** @param {Box} box @returns {string} */
  level(box) {
    return box.contentBytes ? latin1(this.source.read(box.content, 1)) : "";
  }

  /** @param {Box} box */
  takeCodestream(box) {
    // Two pictures: nobody can say which one is shown.
    if (this.codestreamBytes) throw damaged("order");
    this.checkMark(box, 0);
    this.codestreamBytes = box.contentBytes;
    this.isComplete = true;
  }

  /** @param {Box} box */
  takePiece(box) {
    if (box.contentBytes < NUMBER_BYTES) throw damaged("size");
    const number = u32(this.source.read(box.content, NUMBER_BYTES), 0);
    if (this.isComplete || number % IS_LAST !== this.pieces) throw damaged("order");
    if (!this.pieces) this.checkMark(box, NUMBER_BYTES);
    this.pieces += 1;
    this.codestreamBytes += box.contentBytes - NUMBER_BYTES;
    this.isComplete = number >= IS_LAST;
  }

  /** @param {Box} box @param {number} skip */
  checkMark(box, skip) {
    const length = Math.min(CODESTREAM_MARK.length, box.contentBytes - skip);
    const start = latin1(this.source.window(box.content + skip, length));
    if (start !== CODESTREAM_MARK) throw damaged("no-picture");
  }

  /** @param {Box} box */
  write(box) {
    if (box.kind === "ftyp") this.writeShort(box, TYPE_BOX);
    else if (box.kind === "jxll") this.writeShort(box, LEVEL_HEAD + this.level(box));
    else if (box.kind === "jxli" && !this.isSound(box)) this.report.hidden(box, box.size);
    else this.draft.keep(box.start, box.size);
  }

  /**
   * Writes a box of which every byte is known; whatever else stood in it goes.
   * @param {Box} box @param {string} literal
   */
  writeShort(box, literal) {
    if (this.draft.rewrite(ascii(literal), box.start) || box.size > literal.length) {
      this.report.hidden(box, Math.max(box.size - literal.length, 1));
    }
  }

  /**
   * True when an index of frames points into the codestream and holds nothing else.
   * @param {Box} box
   * @returns {boolean}
   */
  isSound(box) {
    if (box.contentBytes > MAX_FRAME_INDEX_BYTES) return false;
    return isSoundIndex(this.source.read(box.content, box.contentBytes), this.codestreamBytes);
  }
}
