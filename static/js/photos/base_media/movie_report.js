/**
 * What the parts of a movie that are left out, or made empty, give away.
 * Nothing here decides what is kept. It has a budget of its own and leaves broken boxes untold in detail.
 * Source: design document metadata.md, sections 10 and 12; QuickTime File Format; ISO/IEC 14496-12.
 */

import { equal, hex, latin1, ljust, u32 } from "../bytes.js";
import { CleanError } from "../errors.js";
import { Extents } from "../extents.js";
import { makeFinding, showing, strip } from "../findings.js";
import { isZero } from "../inplace.js";
import { momentText } from "../metadata/moments.js";
import { profileNames } from "../metadata/profile_names.js";
import { isPublicProfile } from "../metadata/profiles.js";
import { reportHistory } from "../metadata/provenance.js";
import { readText } from "../metadata/text.js";
import { reportXmp } from "../metadata/xmp.js";
import { ReadingBudget } from "../reading.js";
import { number } from "./box_sizes.js";
import { BoxReader } from "./boxes.js";
import { reportTrack } from "./track_report.js";
import { UserDataReport } from "./user_data.js";

/**
 * @import { Draft } from "../plan.js"
 * @import { Source } from "../source.js"
 * @import { BoxSheet } from "./box_sheet.js"
 * @import { Box } from "./boxes.js"
 * @import { MediaRanges } from "./media_ranges.js"
 * @import { Cleaned } from "./property_content.js"
 * @import { Track } from "./tracks.js"
 */

// From the start of 1904 to the start of 1970.
const EPOCH_SECONDS = 2_082_844_800;
// Beyond it are sizes and other numbers that somebody wrote where a time belongs.
const SECONDS_MAX = 2 ** 33;
const XMP = "be7acfcb97a942e89c71999491e3afac";
const SIGNED_HISTORY = "d8fec3d61b0e483c92975828877ec481";
const MAKERS = new Map([
  ["85c0b687820f11e08111f4ce462b6a48", "Canon"],
  ["50524f4621d24fcebb88695cfac9c740", "Sony"],
  ["55534d5421d24fcebb88695cfac9c740", "Sony"],
]);
const EMPTY = ["free", "skip", "wide"];
const COMPONENTS = ["mhlr", "dhlr"];
const PROFILES = ["prof", "rICC"];
const DASHCAM = "freeGPS ";

/** Notes findings about boxes, and on the sheet which bytes have one. */
export class MovieReport {
  #source;
  #draft;
  #sheet;
  #reader;
  #budget = new ReadingBudget();
  #userData;

  /** @param {Source} source @param {Draft} draft @param {BoxSheet} sheet */
  constructor(source, draft, sheet) {
    this.#source = source;
    this.#draft = draft;
    this.#sheet = sheet;
    this.#reader = new BoxReader(source);
    this.#userData = new UserDataReport(this.#reader, this.#budget);
  }

  /** Note what a box says that becomes empty or is cut off. @param {Box} box */
  box(box) {
    const name = strip(box.name);
    if (box.kind === "udta" || box.kind === "meta") {
      this.#described(box);
    } else if (EMPTY.includes(box.kind)) {
      if (!isZero(this.#source, box.content, box.end)) {
        this.#draft.find("hidden-bytes", name, box.start, box.contentBytes);
      }
    } else if (box.kind === "uuid") {
      this.#userBox(box);
    } else if (box.kind === "gps ") {
      this.#draft.find("location-track", name, box.start, box.size);
    } else if (box.kind === "pnot" || box.kind === "PICT") {
      this.#draft.find("thumbnail", name, box.start, box.size);
    } else if (box.kind === "prft") {
      this.#draft.find("time", name, box.start, box.size);
    } else if (box.kind === "mpvd") {
      this.#attached(box);
    } else {
      const isKnown = /^[0-9A-Za-z]+$/.test(box.kind);
      this.#draft.find(isKnown ? "vendor-data" : "unknown-part", name, box.start, box.size, { fourcc: name });
    }
  }

  /** @param {Box} box */
  #described(box) {
    const found = this.#userData.findings(box);
    // One by one: a call with as many values as a hostile file has would fail.
    for (const finding of found) this.#draft.add(finding);
    if (!found.length && !isZero(this.#source, box.content, box.end)) {
      this.#draft.find("vendor-data", box.name, box.start, box.size, { fourcc: box.name });
    }
  }

  /** @param {Box} box */
  #userBox(box) {
    const kind = box.userType;
    if (kind === XMP && this.#budget.take(box.contentBytes)) {
      const content = this.#source.read(box.content, box.contentBytes);
      this.#draft.addAll(reportXmp(content, "XMP", box.start));
    } else if (kind === SIGNED_HISTORY) {
      this.#signedHistory(box);
    } else if (MAKERS.has(kind)) {
      this.#draft.find("maker-notes", "uuid", box.start, box.size, { maker: MAKERS.get(kind) ?? "" });
    } else {
      this.#draft.find("unknown-part", "uuid", box.start, box.size, { fourcc: "uuid" });
    }
  }

  /** @param {Box} box */
  #signedHistory(box) {
    if (!this.#budget.take(box.contentBytes)) {
      this.#draft.find("provenance", "C2PA", box.start, box.size);
      return;
    }
    const content = this.#source.read(box.content, box.contentBytes);
    const extents = Extents.at(box.content, box.contentBytes);
    this.#draft.addAll(reportHistory(content, "C2PA", box.start, extents, true));
  }

  /** The film of a motion photo. @param {Box} box */
  #attached(box) {
    const seconds = this.#seconds(box);
    const place = { part: box.name, offset: box.start };
    const found = makeFinding("attached-video", place, box.size, seconds ? { n: String(seconds) } : {});
    this.#draft.add(showing(found, "video/mp4", [box.content, box.contentBytes]));
  }

  /** Length of the film inside a box, in whole seconds, at least 1; 0 when unknown. @param {Box} box */
  #seconds(box) {
    try {
      for (const movie of this.#reader.children(box)) {
        for (const header of movie.kind === "moov" ? this.#reader.children(movie) : []) {
          if (header.kind === "mvhd") {
            return headerSeconds(this.#source.window(header.content, Math.min(32, header.contentBytes)));
          }
        }
      }
    } catch (error) {
      if (!(error instanceof CleanError)) throw error;
    }
    return 0;
  }

  /** Note the times of creation and modification in a header. @param {Box} box @param {boolean} wide */
  times(box, wide) {
    const width = wide ? 8 : 4;
    const content = this.#source.window(box.content + 4, 2 * width);
    const moments = [content.subarray(0, width), content.subarray(width)];
    for (const moment of equal(moments[0], moments[1]) ? moments.slice(1) : moments) {
      const seconds = number(moment, 0, width);
      if (seconds) this.#draft.find("time", box.name, box.start, 2 * width, { value: timeText(seconds) });
    }
    this.#sheet.tell(box.content + 4, box.content + 4 + 2 * width);
  }

  /** Note that the picture is turned when it is shown. */
  noteTurn() {
    this.#draft.noteKept("orientation");
  }

  /** Note that subtitles stay. */
  noteSubtitles() {
    this.#draft.noteKept("subtitles");
  }

  /**
   * Note the language of sound or subtitles, three letters of five bits each.
   * @param {Box} box @param {number} offset
   */
  language(box, offset) {
    const packed = number(this.#source.window(box.content + offset, 2), 0, 2);
    const letters = [10, 5, 0].map((shift) => packed >> shift & 31);
    const areLetters = letters.every((letter) => letter > 0 && letter < 27);
    const text = areLetters ? String.fromCharCode(...letters.map((letter) => 96 + letter)) : "";
    if (text !== "und") this.#draft.find("language", box.name, box.start, 2, { value: text });
  }

  /** Note the name in `hdlr`, and the maker before it. @param {Box} box */
  handler(box) {
    const content = this.#source.window(box.content, Math.min(box.contentBytes, 512));
    // QuickTime's names start with their length.
    const start = COMPONENTS.includes(latin1(content.subarray(4, 8))) ? 25 : 24;
    const name = readText(content.subarray(start));
    this.#encoder(box, box.content + 4, box.content + 8, "", COMPONENTS);
    this.#encoder(box, box.content + 12, box.end, name);
  }

  /**
   * Note a name of software in a sample description, from `start` to `stop` in its content.
   * @param {Box} entry @param {[number, number]} span @param {string} name
   */
  encoder(entry, [start, stop], name) {
    this.#encoder(entry, entry.content + start, entry.content + stop, name);
  }

  /**
   * @param {Box} box @param {number} start @param {number} end @param {string} name @param {string[]} [keeps]
   */
  #encoder(box, start, end, name, keeps = []) {
    if (end <= start || isZero(this.#source, start, end)) return;
    if (keeps.includes(latin1(this.#source.window(start, 4)))) return;
    this.#draft.find("encoder", box.name, start, end - start, { value: name });
    this.#sheet.tell(start, end);
  }

  /**
   * Note names of disks and folders in a reference to the file's own media.
   * @param {Box} box @param {number} keptBytes
   */
  dataReference(box, keptBytes) {
    const start = box.content + keptBytes;
    if (!isZero(this.#source, start, box.end)) {
      const name = strip(box.name);
      this.#draft.find("vendor-data", name, start, box.end - start, { fourcc: name });
    }
    this.#sheet.tell(start, box.end);
  }

  /** Note a colour profile that nobody wants, or that cannot be read. @param {Box} box */
  droppedProfile(box) {
    const code = this.#draft.options.keepsColourProfile ? "colour-profile-damaged" : "colour-profile";
    const isRead = this.#budget.take(box.contentBytes);
    const names = isRead ? profileNames(this.#source.read(box.content, box.contentBytes).subarray(4)) : {};
    this.#draft.find(code, box.name, box.start, box.size, names);
  }

  /**
   * Note what changed in a box that tells how to decode.
   * @param {Box} box @param {Uint8Array} content @param {Cleaned} cleaned
   */
  configuration(box, content, cleaned) {
    const isProfile = box.kind === "colr" && PROFILES.includes(latin1(content.subarray(0, 4)));
    if (isProfile && cleaned.content !== null) {
      this.#draft.noteKept("colours");
      if (!equal(cleaned.content, content)) {
        this.#draft.find("colour-profile", box.name, box.start, box.size, profileNames(content.subarray(4)));
      }
      if (!isPublicProfile(cleaned.content.subarray(4))) {
        this.#draft.find("colour-profile-custom", box.name, box.start, box.size);
      }
    }
    if (cleaned.encoderBytes) this.#draft.find("encoder", box.name, box.start, cleaned.encoderBytes);
    if (cleaned.hiddenBytes) this.#draft.find("hidden-bytes", box.name, box.start, cleaned.hiddenBytes);
  }

  /** Note what a track was for that goes. @param {Track} track @param {MediaRanges} spans */
  track(track, spans) {
    this.#draft.add(reportTrack(track, spans, this.#reader));
  }

  /**
   * Note brands of makers, which say no more about how to read the file.
   * @param {Box} box @param {number} size
   */
  brands(box, size) {
    this.#draft.find("vendor-data", box.name, box.start, size, { fourcc: box.name });
  }

  /** Note what stands behind the last box. @param {number} start @param {number} end */
  rest(start, end) {
    if (end > start) this.#draft.find("leftover-data", "after the picture", start, end - start);
  }

  /**
   * Note bytes inside a box of the top level that nothing used; start and end each.
   * @param {Box} box @param {[number, number][]} gaps
   */
  hidden(box, gaps) {
    if (!gaps.length) return;
    const start = gaps[0][0];
    const isTrack = latin1(this.#source.window(start, 64)).includes(DASHCAM);
    const size = gaps.reduce((sum, [at, end]) => sum + end - at, 0);
    this.#draft.find(isTrack ? "location-track" : "hidden-bytes", box.name, start, size);
  }
}

/**
 * Length of a film by its `mvhd`, in whole seconds as BigInt, at least 1; 0 when unknown.
 * @param {Uint8Array} header
 * @returns {bigint}
 */
export function headerSeconds(header) {
  const wide = header[0] > 0;
  const fields = ljust(header, 32);
  const scale = BigInt(u32(fields, wide ? 20 : 12));
  const length = wide ? BigInt(`0x${hex(fields.subarray(24, 32))}`) : BigInt(u32(fields, 16));
  if (!scale || !length) return 0n;
  return (2n * length + scale) / (2n * scale) || 1n;
}

/** Seconds since 1904 as a date and a time; empty when that is no time. @param {number} seconds */
function timeText(seconds) {
  return seconds > SECONDS_MAX ? "" : momentText(seconds - EPOCH_SECONDS);
}
