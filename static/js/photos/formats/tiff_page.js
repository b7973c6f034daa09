/**
 * One page of a TIFF written anew at its place: the tags that stay, in order, and the bytes they lead to.
 * Source: design document metadata.md, sections 3.2 and 8; TIFF 6.0 section 2 (directories, values).
 */

import { concat, equal, ljust } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";
import { REPORT_MAX_BYTES } from "../limits.js";
import { Entry, TYPE_BYTES } from "../metadata/exif.js";
import { profileInPlace } from "../metadata/icc_inplace.js";
import { UPRIGHT } from "../metadata/orientation.js";
import { profileNames } from "../metadata/profile_names.js";
import { isPublicProfile } from "../metadata/profiles.js";
import { ReadingBudget } from "../reading.js";
import { INLINE_BYTES } from "./tiff_directory.js";
import { JPEG, OLD_JPEG, PALETTE, readLayout } from "./tiff_layout.js";
import { PART_TAGS, PartKeeper } from "./tiff_parts.js";
import {
  ESSENTIAL,
  EXTRA_SAMPLES,
  INTERCHANGE,
  INTERCHANGE_BYTES,
  JPEG_TABLES,
  NEW_SUBFILE_TYPE,
  OLD_JPEG_TAGS,
  ORIENTATION,
  PROFILE,
  RULES,
  Shape,
  X_RESOLUTION,
} from "./tiff_tags.js";

/**
 * @import { Draft } from "../plan.js"
 * @import { Source } from "../source.js"
 * @import { Directory, TiffReader } from "./tiff_directory.js"
 * @import { JpegStreams } from "./tiff_jpeg.js"
 * @import { Layout } from "./tiff_layout.js"
 * @import { TagReport } from "./tiff_report.js"
 * @import { TiffSheet } from "./tiff_sheet.js"
 */

const MASK_BIT = 4;
const ALPHAS = [1, 2];
const RAW_PHOTOMETRICS = [32803, 34892];

/** Writes pages into the sheet; all pages of a file share what it was made with. */
export class PagePlanner {
  #profileBytesLeft = REPORT_MAX_BYTES;
  /** @type {Map<string, Uint8Array | null>} */
  #profiles = new Map();
  #budget = new ReadingBudget();

  /**
   * @param {Source} source @param {Draft} draft @param {TiffReader} reader @param {TiffSheet} sheet
   * @param {JpegStreams} streams
   */
  constructor(source, draft, reader, sheet, streams) {
    this.source = source;
    this.draft = draft;
    this.reader = reader;
    this.sheet = sheet;
    this.streams = streams;
    this.parts = new PartKeeper(source, reader, sheet, streams);
  }

  /**
   * Writes one page. Throws CleanError.
   * @param {Directory} page @param {number} nextOffset @param {TagReport} report
   */
  write(page, nextOffset, report) {
    const layout = readLayout(this.reader, page);
    if (RAW_PHOTOMETRICS.includes(layout.photometric)) {
      throw new CleanError("unsupported-format", { format: "raw" });
    }
    const [kept, dropped] = this.#sortOut(page, layout);
    for (const entry of this.parts.take(page, layout)) kept.set(entry.tag, entry);
    this.#writeDirectory(page, kept, nextOffset);
    this.#notePadding(page, kept);
    this.#noteKept(page, kept);
    let spans = this.reader.reached(dropped);
    if (dropped.some((entry) => entry.tag === INTERCHANGE)) {
      spans = spans.concat(this.reader.parts(page, [[INTERCHANGE, INTERCHANGE_BYTES]]));
    }
    this.sheet.remove([page.span, ...spans]);
    const told = dropped.filter((entry) => entry.tag !== PROFILE);
    report.dropped(page, told, spans);
  }

  /**
   * The entries that stay, by tag, and those that go; without those of strips and tiles.
   * @param {Directory} page @param {Layout} layout
   * @returns {[Map<number, Entry>, Entry[]]}
   */
  #sortOut(page, layout) {
    const shape = new Shape(layout.samples, layout.bits, layout.parts, layout.photometric === PALETTE);
    const kept = new Map();
    const dropped = [];
    const seen = new Set();
    for (const entry of page.entries) {
      const isSecond = seen.has(entry.tag);
      // Some readers take the first of two, others the last.
      if (isSecond && RULES.has(entry.tag)) throw damaged("order");
      seen.add(entry.tag);
      if (PART_TAGS.has(entry.tag)) continue;
      const found = isSecond ? null : this.#keptEntry(entry, layout, shape);
      if (found) kept.set(entry.tag, found);
      else dropped.push(entry);
    }
    return [kept, dropped];
  }

  /**
   * The entry as it stays, null when it goes. Throws CleanError damaged, when the picture needs it.
   * @param {Entry} entry @param {Layout} layout @param {Shape} shape
   */
  #keptEntry(entry, layout, shape) {
    const rule = RULES.get(entry.tag);
    if (!rule || (OLD_JPEG_TAGS.has(entry.tag) && layout.compression !== OLD_JPEG)) return null;
    if (entry.tag === PROFILE) return this.#profileEntry(entry);
    if (entry.tag === JPEG_TABLES) return layout.compression === JPEG ? this.#tablesEntry(entry) : null;
    const most = rule.most(shape);
    const count = Math.min(entry.count, most);
    if (count && rule.kinds.includes(entry.kind) && this.reader.isInside(entry)) {
      return this.#valueEntry(entry, count);
    }
    if (ESSENTIAL.has(entry.tag) && most) throw damaged("size");
    return null;
  }

  /**
   * The entry with its first values, which stay where they are unless they fit into it.
   * @param {Entry} entry @param {number} count
   */
  #valueEntry(entry, count) {
    if (entry.tag === ORIENTATION) {
      const turn = this.reader.numbers(entry, 1)[0];
      if (turn < 1 || turn > 8) return null;
    }
    const size = count * TYPE_BYTES[entry.kind];
    let inline = entry.inline;
    if (size <= INLINE_BYTES) {
      inline = ljust(this.reader.raw(entry, count), INLINE_BYTES);
    } else {
      const start = this.reader.directories.number(inline);
      this.sheet.keep(start, start + size);
    }
    return new Entry(entry.tag, entry.kind, count, inline);
  }

  /** The tables that all strips of JPEG share. @param {Entry} entry */
  #tablesEntry(entry) {
    const span = this.reader.directories.span(entry);
    if (!span || !RULES.get(JPEG_TABLES)?.kinds.includes(entry.kind)) throw damaged("size");
    this.streams.takeTables(span[0], span[0] + span[1]);
    return entry;
  }

  /** The colour profile, rebuilt at its place; null when it goes. @param {Entry} entry */
  #profileEntry(entry) {
    const place = this.reader.directories.span(entry);
    const [start, size] = place ?? [0, 0];
    const isWanted = this.draft.options.keepsColourProfile;
    let profile = null;
    if (place && isWanted && RULES.get(PROFILE)?.kinds.includes(entry.kind)) {
      const key = `${start} ${size}`;
      if (!this.#profiles.has(key)) this.#profiles.set(key, this.#rebuiltProfile(start, size));
      profile = this.#profiles.get(key);
    }
    if (!profile) {
      const code = isWanted ? "colour-profile-damaged" : "colour-profile";
      const names = this.#budget.take(size) ? profileNames(this.source.read(start, size)) : {};
      this.draft.find(code, "ICC", start, size, names);
      return null;
    }
    this.sheet.write(start, profile);
    return entry;
  }

  /** @param {number} start @param {number} size */
  #rebuiltProfile(start, size) {
    this.#profileBytesLeft -= size;
    if (this.#profileBytesLeft < 0) return null;
    const old = this.source.read(start, size);
    const profile = profileInPlace(old);
    if (profile) {
      if (!equal(profile, old)) this.draft.find("colour-profile", "ICC", start, size, profileNames(old));
      if (!isPublicProfile(profile)) this.draft.find("colour-profile-custom", "ICC", start, size);
    }
    return profile;
  }

  /** @param {Directory} page @param {Map<number, Entry>} kept @param {number} nextOffset */
  #writeDirectory(page, kept, nextOffset) {
    const tags = [...kept.keys()].sort((one, other) => one - other);
    const entries = tags.map((tag) => this.#packed(/** @type {Entry} */ (kept.get(tag))));
    const count = this.reader.pack(3, [kept.size]);
    this.sheet.write(page.offset, concat([count, ...entries, this.reader.pack(4, [nextOffset])]));
  }

  /** @param {Entry} entry */
  #packed(entry) {
    const head = this.reader.pack(3, [entry.tag, entry.kind]);
    return concat([head, this.reader.pack(4, [entry.count]), entry.inline]);
  }

  /**
   * Notes what stands behind values that do not fill their place in the entry.
   * @param {Directory} page @param {Map<number, Entry>} kept
   */
  #notePadding(page, kept) {
    let hidden = 0;
    for (const entry of page.entries) {
      const used = kept.get(entry.tag)?.valueBytes;
      if (used !== undefined && entry.valueBytes <= INLINE_BYTES) {
        hidden += entry.inline.subarray(used).filter(Boolean).length;
      }
    }
    if (hidden) this.draft.find("hidden-bytes", "TIFF", page.offset, hidden);
  }

  /** @param {Directory} page @param {Map<number, Entry>} kept */
  #noteKept(page, kept) {
    if (kept.has(ORIENTATION) && this.reader.number(page, ORIENTATION, UPRIGHT) !== UPRIGHT) {
      this.draft.noteKept("orientation");
    }
    if (kept.has(X_RESOLUTION)) this.draft.noteKept("print-size");
    if (kept.has(PROFILE)) this.draft.noteKept("colours");
    if (this.#hasAlpha(kept.get(EXTRA_SAMPLES)) || this.reader.number(page, NEW_SUBFILE_TYPE, 0) & MASK_BIT) {
      this.draft.noteKept("transparency");
    }
  }

  /** @param {Entry | undefined} extra */
  #hasAlpha(extra) {
    const numbers = extra ? this.reader.numbers(extra, extra.count) : [];
    return numbers.some((number) => ALPHAS.includes(number));
  }
}
