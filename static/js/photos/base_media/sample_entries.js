/**
 * The sample descriptions of a kept track: the coded format and how to decode it, without names of makers.
 * An encrypted track is refused, and so is a format that nobody has listed when it has a box of its own:
 * without that box it may not be decodable.
 * Source: design document metadata.md, section 10 (stsd); ISO/IEC 14496-12 sections 8.5.2 and 12; QuickTime.
 */

import { CleanError, damaged } from "../errors.js";
import { MAX_CONFIGURATION_BYTES, REPORT_MAX_BYTES } from "../limits.js";
import { number } from "./box_sizes.js";
import { cleanConfiguration } from "./configuration.js";
import { isProfile } from "./kept_properties.js";
import { SubtitleEntryPlanner } from "./subtitle_entries.js";
import { SUBTITLE_HANDLERS } from "./subtitles.js";

/**
 * @import { Options } from "../plan.js"
 * @import { BoxSheet } from "./box_sheet.js"
 * @import { Box, BoxReader } from "./boxes.js"
 * @import { MovieReport } from "./movie_report.js"
 * @import { Packing } from "./sample_tables.js"
 */

export const SOUND = "soun";
// Formats that decode without the boxes that `configuration` does not know.
const KNOWN = new Set(
  (
    "avc1 avc2 avc3 avc4 hvc1 hev1 hvc2 hev2 vvc1 vvi1 av01 vp08 vp09 mp4v s263 h263 jpeg mjpa mjpb png" +
    " dvh1 dvhe dva1 dvav dav1 apch apcn apcs apco ap4h ap4x mp4a alac ac-3 ec-3 Opus fLaC samr sawb" +
    " sowt twos lpcm in24 in32 fl32 fl64 raw NONE ulaw alaw ima4 ipcm fpcm .mp3"
  )
    .split(" ")
    .map((name) => name.padEnd(4)),
);
const ENCRYPTED = new Set("encv enca encs enct encm encf drms drmi drmt p608".split(" "));
const PROTECTION = ["sinf", "rinf"];
// They are never about decoding.
const NEVER_NEEDED = ["uuid", "udta", "meta", "free", "skip", "wide"];
const VISUAL_BYTES = 78;
const SOUND_BYTES = 28;
const SOUND_MORE_BYTES = [0, 16, 36];
// Vendor and quality, reserved, and the name of the compressor; all within a visual entry.
/** @type {[number, number][]} */
const VISUAL_PARTS = [[6, 12], [24, 36], [40, 42], [74, 78]];
/** @type {[number, number]} */
const VENDOR = [12, 16];
/** @type {[number, number]} */
const VENDOR_AND_QUALITY = [12, 24];
/** @type {[number, number]} */
const COMPRESSOR = [42, 74];
/** @type {[number, number][]} */
const SOUND_PARTS = [[6, 12], [16, 28]];
// Samples and the bytes they take, of one channel, for old entries that do not say it.
const PACKINGS = new Map([
  ["ulaw", [1, 1]],
  ["alaw", [1, 1]],
  ["in24", [1, 3]],
  ["in32", [1, 4]],
  ["fl32", [1, 4]],
  ["fl64", [1, 8]],
  ["ima4", [64, 34]],
  ["MAC3", [6, 2]],
  ["MAC6", [6, 1]],
]);

/**
 * Put the box `stsd` on the sheet; gives for each entry how its sound is packed.
 * @param {Box} stsd @param {string} handler @param {BoxReader} reader @param {BoxSheet} sheet
 * @param {MovieReport} report @param {Options} options
 * @returns {Packing[]}
 */
export function planDescriptions(stsd, handler, reader, sheet, report, options) {
  const head = reader.source.window(stsd.content, 8);
  sheet.keepFirst(stsd, 8);
  const planner = SUBTITLE_HANDLERS.has(handler)
    ? new SubtitleEntryPlanner(reader, sheet, report)
    : new EntryPlanner(handler, number(head, 0, 1), reader, sheet, report, options);
  const packings = [];
  for (const entry of reader.children(stsd, 8)) packings.push(planner.plan(entry));
  if (!packings.length || packings.length !== number(head, 4)) throw damaged("size");
  return packings;
}

/** Goes through the entries of one track. */
class EntryPlanner {
  #isSound;
  #tableVersion;
  #reader;
  #source;
  #sheet;
  #report;
  #keepsProfile;

  /**
   * @param {string} handler @param {number} tableVersion @param {BoxReader} reader @param {BoxSheet} sheet
   * @param {MovieReport} report @param {Options} options
   */
  constructor(handler, tableVersion, reader, sheet, report, options) {
    this.#isSound = handler === SOUND;
    this.#tableVersion = tableVersion;
    this.#reader = reader;
    this.#source = reader.source;
    this.#sheet = sheet;
    this.#report = report;
    this.#keepsProfile = options.keepsColourProfile;
  }

  /** Put one entry on the sheet. @param {Box} entry @returns {Packing} */
  plan(entry) {
    if (ENCRYPTED.has(entry.kind)) throw new CleanError("unsupported-variant");
    let packing = { samples: 0, bytes: 0 };
    let length;
    if (this.#isSound) [length, packing] = this.#sound(entry);
    else length = this.#visual(entry);
    for (const child of this.#reader.children(entry, length)) this.#child(entry, child);
    return packing;
  }

  /** Keep the fields; gives their length. @param {Box} entry */
  #visual(entry) {
    this.#sheet.keepParts(entry, ...VISUAL_PARTS);
    const fields = this.#source.read(entry.content, VISUAL_BYTES);
    this.#report.encoder(entry, VENDOR_AND_QUALITY, "");
    this.#report.encoder(entry, COMPRESSOR, pascalText(fields.subarray(...COMPRESSOR)));
    return VISUAL_BYTES + this.#paletteBytes(entry, fields);
  }

  /**
   * Length of the colours of a QuickTime film with a palette of its own, which are kept.
   * @param {Box} entry @param {Uint8Array} fields
   */
  #paletteBytes(entry, fields) {
    const depth = number(fields, 74, 2);
    const palette = number(fields, 76, 2);
    if (palette !== 0 || ![1, 2, 4, 8].includes(depth & 31)) return 0;
    const head = this.#source.window(entry.content + VISUAL_BYTES, 8);
    const length = 8 + 8 * (number(head, 6, 2) + 1);
    if (number(head, 6, 2) > 255 || VISUAL_BYTES + length > entry.contentBytes) throw damaged("size");
    this.#sheet.sheet.keep(entry.content + VISUAL_BYTES, length);
    return length;
  }

  /**
   * Keep the fields; gives their length and how the sound is packed.
   * @param {Box} entry
   * @returns {[number, Packing]}
   */
  #sound(entry) {
    this.#sheet.keepParts(entry, ...SOUND_PARTS);
    const fields = this.#source.window(entry.content, SOUND_BYTES + 36);
    const version = number(fields, 8, 2);
    // The second version of the table has entries of version 1 without QuickTime's fields.
    const more = this.#tableVersion ? 0 : SOUND_MORE_BYTES[version];
    if (more === undefined || SOUND_BYTES + more > entry.contentBytes) throw damaged("size");
    this.#sheet.sheet.keep(entry.content + SOUND_BYTES, more);
    this.#report.encoder(entry, VENDOR, "");
    return [SOUND_BYTES + more, packingOf(entry.kind, more ? version : 0, fields)];
  }

  /** @param {Box} entry @param {Box} box */
  #child(entry, box) {
    if (PROTECTION.includes(box.kind)) throw new CleanError("unsupported-variant");
    if (box.kind === "wave" && this.#isSound) {
      this.#sheet.keepHead(box);
      for (const child of this.#reader.children(box)) this.#waveChild(entry, child);
    } else {
      this.#configuration(entry, box);
    }
  }

  /**
   * A box in QuickTime's `wave`: the last one has no name, and one with the name of the format no use.
   * @param {Box} entry @param {Box} box
   */
  #waveChild(entry, box) {
    if (box.kind === "\0\0\0\0" || (box.kind === "mp4a" && entry.kind === "mp4a")) this.#sheet.keepHead(box);
    else this.#configuration(entry, box);
  }

  /** @param {Box} entry @param {Box} box */
  #configuration(entry, box) {
    const limit = box.kind === "colr" ? REPORT_MAX_BYTES : MAX_CONFIGURATION_BYTES;
    const isUnwanted = isProfile(box, this.#source) && !this.#keepsProfile;
    if (box.contentBytes > limit || isUnwanted) {
      this.#without(entry, box);
      return;
    }
    const content = this.#source.read(box.content, box.contentBytes);
    const cleaned = cleanConfiguration(box.kind, content);
    if (cleaned.content === null) {
      this.#without(entry, box);
      return;
    }
    this.#sheet.keepHead(box);
    this.#sheet.write(box.content, cleaned.content);
    this.#report.configuration(box, content, cleaned);
  }

  /** @param {Box} entry @param {Box} box */
  #without(entry, box) {
    this.#sheet.free(box);
    if (isProfile(box, this.#source)) {
      this.#report.droppedProfile(box);
      return;
    }
    const isKnown = KNOWN.has(entry.kind) || NEVER_NEEDED.includes(box.kind);
    if (!isKnown) throw new CleanError("unsupported-variant");
    this.#report.box(box);
  }
}

/**
 * Samples and the bytes they take, all channels together.
 * @param {string} kind @param {number} version @param {Uint8Array} fields
 */
function packingOf(kind, version, fields) {
  if (version === 2) return { samples: number(fields, 60), bytes: number(fields, 56) };
  if (version === 1 && number(fields, 28) && number(fields, 36)) {
    return { samples: number(fields, 28), bytes: number(fields, 36) };
  }
  const channels = number(fields, 16, 2);
  const bits = number(fields, 18, 2);
  const [samples, bytes] = PACKINGS.get(kind) ?? [1, Math.floor((bits + 7) / 8)];
  return { samples, bytes: bytes * channels };
}

/** A text whose first byte is its length. @param {Uint8Array} field */
function pascalText(field) {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(field.subarray(1, 1 + Math.min(field[0], 31)));
}
