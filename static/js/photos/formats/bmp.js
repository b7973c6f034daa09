/**
 * The plan for a BMP: headers, colour table and pixels stay where they are, everything else goes.
 * Source: design document metadata.md, sections 3.2 and 11; Microsoft "Bitmap storage", BITMAPV5HEADER.
 */

import { CleanError } from "../errors.js";
import { InPlace, isZero } from "../inplace.js";
import { MAX_BMP_PADDED_ROWS, MEBIBYTE, REPORT_MAX_BYTES } from "../limits.js";
import { rebuildProfile } from "../metadata/icc.js";
import { profileNames } from "../metadata/profile_names.js";
import { isPublicProfile } from "../metadata/profiles.js";
import { VALUE_MAX_BYTES, readTerminated } from "../metadata/text.js";
import { EMBEDDED, LINKED, cleanHeader, hiddenHeaderBytes, readHeader } from "./bmp_header.js";

/**
 * @import { Draft } from "../plan.js"
 * @import { Source } from "../source.js"
 * @import { Header } from "./bmp_header.js"
 */

/**
 * Fills `draft`. Throws CleanError damaged, unsupported-variant or too-many-parts.
 * @param {Source} source @param {Draft} draft
 */
export function planBmp(source, draft) {
  new BmpPlanner(source, draft, readHeader(source)).run();
}

/** Lays out the parts in place; only a profile can move, to the end of the pixels. */
class BmpPlanner {
  /** @param {Source} source @param {Draft} draft @param {Header} header */
  constructor(source, draft, header) {
    this.source = source;
    this.draft = draft;
    this.header = header;
    this.sheet = new InPlace(source);
    const { pictureStart, rowBytes, rows } = header;
    const runsEnd = pictureStart + header.pictureBytes;
    // Counted in rows: rows times bytes can be larger than any file.
    this.rows = rowBytes ? Math.floor((source.size - pictureStart) / rowBytes) : 0;
    this.isCut = rowBytes ? this.rows < rows : runsEnd > source.size;
    const pictureEnd = rowBytes ? pictureStart + rows * rowBytes : runsEnd;
    this.end = this.isCut ? source.size : pictureEnd;
  }

  run() {
    const profile = this.rebuiltProfile();
    this.writeHeader(profile);
    this.writeTable();
    this.keepPixels();
    this.noteGaps(this.sheet.finish(this.draft, this.end));
    this.writeProfile(profile);
    this.noteRest();
    if (this.isCut) this.draft.find("damaged-end", "end", this.end, 0);
  }

  /**
   * The embedded profile with only what changes colour; null when there is none to keep.
   * @returns {Uint8Array | null}
   */
  rebuiltProfile() {
    const [start, length] = this.header.profileRange;
    const isWanted = this.header.space === EMBEDDED && this.draft.options.keepsColourProfile;
    // Behind a cut picture there is no place where a reader would look for it.
    if (!isWanted || this.isCut || length > REPORT_MAX_BYTES) return null;
    return rebuildProfile(this.source.window(start, length));
  }

  /** @param {Uint8Array | null} profile */
  writeHeader(profile) {
    const literal = cleanHeader(this.header, this.end, profile ? [this.end, profile.length] : [0, 0]);
    this.sheet.write(0, literal);
    const hidden = hiddenHeaderBytes(this.header, literal);
    if (hidden) this.draft.find("hidden-bytes", "header", 0, hidden);
    if (this.header.hasPrimaries) this.draft.noteKept("colours");
    if (this.header.hasPrintSize) this.draft.noteKept("print-size");
  }

  writeTable() {
    const start = this.header.raw.length;
    const table = this.source.read(start, this.header.tableBytes).slice();
    let hidden = 0;
    if (this.header.tableEntryBytes > 3) {
      for (let at = 3; at < table.length; at += 4) {
        if (table[at]) hidden += 1;
        table[at] = 0;
      }
    }
    this.sheet.write(start, table);
    if (hidden) this.draft.find("hidden-bytes", "colour table", start, hidden);
  }

  /** Keeps all but the bytes that fill a row up to a multiple of four, if there is anything in them. */
  keepPixels() {
    const { pictureStart, rowBytes, usedRowBytes } = this.header;
    let at = pictureStart;
    for (const row of this.filledRows()) {
      const start = pictureStart + row * rowBytes;
      this.sheet.keep(at, start + usedRowBytes - at);
      at = start + rowBytes;
    }
    this.sheet.keep(at, this.end - at);
  }

  /** Numbers of the rows whose padding is not zero. Throws CleanError too-many-parts. @returns {number[]} */
  filledRows() {
    const { rowBytes, usedRowBytes } = this.header;
    /** @type {number[]} */
    const filled = [];
    if (usedRowBytes === rowBytes || !rowBytes) return filled;
    const rows = Math.min(this.rows, this.header.rows);
    const step = Math.max(Math.floor(MEBIBYTE / rowBytes), 1);
    for (let first = 0; first < rows; first += step) {
      this.addFilled(first, Math.min(step, rows - first), filled);
      if (filled.length > MAX_BMP_PADDED_ROWS) throw new CleanError("too-many-parts");
    }
    return filled;
  }

  /**
   * Adds those of a few rows, read at once, that have padding that is not zero.
   * @param {number} first @param {number} rows @param {number[]} filled
   */
  addFilled(first, rows, filled) {
    const { pictureStart, rowBytes, usedRowBytes } = this.header;
    // What lies before the first padding is not read: rows can be as long as the file.
    const start = pictureStart + first * rowBytes + usedRowBytes;
    const raw = this.source.window(start, rows * rowBytes - usedRowBytes);
    const padding = rowBytes - usedRowBytes;
    for (let row = 0; row < rows; row += 1) {
      const at = row * rowBytes;
      if (raw[at] || (padding > 1 && raw[at + 1]) || (padding > 2 && raw[at + 2])) filled.push(first + row);
    }
  }

  /** @param {[number, number][]} zeroed */
  noteGaps(zeroed) {
    const pictureStart = this.header.pictureStart;
    let padding = 0;
    for (const [start, length] of zeroed) {
      if (start >= pictureStart) padding += length;
      else this.draft.find("hidden-bytes", "before the picture", start, length);
    }
    if (padding) this.draft.find("hidden-bytes", "ends of the rows", pictureStart, padding);
  }

  /** @param {Uint8Array | null} profile */
  writeProfile(profile) {
    const [start, length] = this.header.profileRange;
    if (profile) {
      this.draft.noteKept("colours");
      if (this.draft.rewrite(profile, this.end)) {
        this.draft.find("colour-profile", "profile", start, length, this.profileNames());
      }
      if (!isPublicProfile(profile)) this.draft.find("colour-profile-custom", "profile", start, length);
    } else if (this.header.space === EMBEDDED) {
      const code = this.draft.options.keepsColourProfile ? "colour-profile-damaged" : "colour-profile";
      this.draft.find(code, "profile", start, length, this.profileNames());
    } else if (this.header.space === LINKED) {
      // The name of a file on somebody's disk, which often has their own name in it.
      const path = readTerminated(this.source.window(start, Math.min(length, VALUE_MAX_BYTES)));
      this.draft.find("description", "linked profile", start, length, { value: path });
    }
  }

  /** @returns {Record<string, string>} */
  profileNames() {
    const [start, length] = this.header.profileRange;
    return length <= REPORT_MAX_BYTES ? profileNames(this.source.window(start, length)) : {};
  }

  noteRest() {
    const [start, length] = this.header.profileRange;
    const { end } = this;
    const size = this.source.size;
    const isBehind = end <= start && start + length <= size;
    const extra = size - end - (isBehind ? length : 0);
    if (extra > 0) {
      const code = isZero(this.source, end, size) ? "hidden-bytes" : "leftover-data";
      this.draft.find(code, "after the picture", end, extra);
    }
  }
}
