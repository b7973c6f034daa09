/**
 * The plan for a JPEG: header segments from an allow-list, scans copied, everything else left out.
 * It does not look inside scans: bytes hidden behind the last block of a scan stay.
 *
 * Source: ITU-T T.81 annex B; JFIF 1.02; Adobe TN 5116 (APP14).
 */

import { ascii, concat, startsWith, toBytes } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";
import { REPORT_MAX_BYTES } from "../limits.js";
import { rebuildProfile } from "../metadata/icc.js";
import { UPRIGHT, canonicalExif, readAdobeRgb, readOrientation } from "../metadata/orientation.js";
import { profileNames } from "../metadata/profile_names.js";
import { isPublicProfile } from "../metadata/profiles.js";
import { byteWhere, search } from "../source.js";
import { SegmentReport } from "./jpeg_report.js";
import { EOI, GAP, SOI, SOS, TEM, walk } from "./markers.js";
import { JPEG_LS, isFrame, isPicturePart, isWhole } from "./structure.js";
import { reportTail } from "./tail.js";

/**
 * @import { Draft } from "../plan.js"
 * @import { Matcher, Source } from "../source.js"
 * @import { Segment } from "./markers.js"
 */

const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const JFIF_MARK = ascii("JFIF\0");
const EXIF_MARK = ascii("Exif\0");
const ADOBE_MARK = ascii("Adobe");
const ICC_MARK = ascii("ICC_PROFILE\0");
const ICC_HEAD_BYTES = ICC_MARK.length + 2;
const ICC_PIECE_BYTES = 65519;
const JFIF_BYTES = 14;
const ADOBE_BYTES = 12;
const RESTART = byteWhere(0xff, (window, at) => window[at + 1] >= 0xd0 && window[at + 1] <= 0xd7);
const RESTART_OR_END = byteWhere(0xff, (window, at) => window[at + 1] >= 0xd0 && window[at + 1] <= 0xd9);

/**
 * Fills `draft`; throws CleanError damaged, unsupported-variant or too-many-parts.
 * @param {Source} source @param {Draft} draft
 */
export function planJpeg(source, draft) {
  const planner = new JpegPlanner(source, draft);
  for (const segment of walk(source)) planner.take(segment);
  planner.write();
}

/** Collects what is kept, in the order of the file, and writes it in the order of the specification. */
class JpegPlanner {
  /** @param {Source} source @param {Draft} draft */
  constructor(source, draft) {
    this.source = source;
    this.draft = draft;
    this.report = new SegmentReport(source, draft);
    /** @type {Segment | null} */
    this.jfif = null;
    /** @type {Segment[]} */
    this.exif = [];
    /** @type {Segment[]} */
    this.profile = [];
    /** @type {Segment[]} */
    this.pieces = [];
    this.hasFrame = false;
    this.hasScan = false;
    this.end = source.size;
  }

  /** Decides about one segment. @param {Segment} segment */
  take(segment) {
    if (segment.marker === GAP) {
      this.takeGap(segment);
    } else if (segment.isCut) {
      this.takeCut(segment);
    } else if (segment.marker === EOI) {
      this.pieces.push(segment);
      this.end = segment.end;
    } else if (segment.marker === SOI) {
      throw damaged("order");
    } else if (JPEG_LS.includes(segment.marker)) {
      throw new CleanError("unsupported-variant", { format: "jpeg" });
    } else if (isPicturePart(segment.marker)) {
      this.takeTable(segment);
    } else {
      this.takeOther(segment);
    }
  }

  /** @param {Segment} gap */
  takeGap(gap) {
    this.checkBrokenScan(gap, RESTART);
    this.report.hidden(gap);
  }

  /** @param {Segment} segment */
  takeCut(segment) {
    this.checkBrokenScan(segment, RESTART_OR_END);
    this.report.hidden(segment);
  }

  // Behind a broken place in a scan, a decoder goes on at the next restart mark. Leaving out what stands
  // between could then change the picture.
  /** @param {Segment} segment @param {Matcher} marks */
  checkBrokenScan(segment, marks) {
    const isBroken = this.hasScan && search(this.source, marks, segment.start, segment.end, 2) !== null;
    if (isBroken) throw damaged("order");
  }

  /** @param {Segment} segment */
  takeTable(segment) {
    if (!isWhole(segment.marker, segment.read(this.source))) throw damaged("size");
    this.hasFrame ||= isFrame(segment.marker);
    if (segment.marker === SOS) {
      if (!this.hasFrame) throw damaged("order");
      this.hasScan = true;
    }
    this.pieces.push(segment);
  }

  /** @param {Segment} segment */
  takeOther(segment) {
    const content = segment.marker === TEM ? new Uint8Array(0) : segment.read(this.source);
    if (segment.marker >= 0x02 && segment.marker < 0xc0) this.checkBrokenScan(segment, RESTART);
    // Decoders read these four up to the first scan only.
    if (!this.hasScan && this.takeHeader(segment, content)) return;
    this.report.dropped(segment, content);
  }

  /**
   * True when the segment, or something made from it, stays in the file.
   * @param {Segment} segment @param {Uint8Array} content
   * @returns {boolean}
   */
  takeHeader(segment, content) {
    const { marker } = segment;
    if (marker === APP0 && startsWith(content, JFIF_MARK) && content.length >= JFIF_BYTES && !this.jfif) {
      this.jfif = segment;
    } else if (marker === APP1 && startsWith(content, EXIF_MARK) && !this.exif.length) {
      this.exif.push(segment);
    } else if (marker === APP2 && startsWith(content, ICC_MARK) && content.length >= ICC_HEAD_BYTES) {
      this.profile.push(segment);
    } else if (marker === APP14 && startsWith(content, ADOBE_MARK) && content.length >= ADOBE_BYTES) {
      this.pieces.push(segment);
    } else {
      return false;
    }
    return true;
  }

  /** Writes the plan; throws CleanError damaged, when there is no picture. */
  write() {
    if (!this.hasScan) throw damaged("no-picture");
    const profile = this.rebuiltProfile();
    this.draft.keep(0, 2);
    this.writeJfif();
    this.writeExif(profile !== null);
    this.writeProfile(profile);
    for (const segment of this.pieces) this.writePiece(segment);
    this.report.finish();
    this.writeEnd();
  }

  writeEnd() {
    const last = this.pieces[this.pieces.length - 1];
    if (last.marker === EOI) {
      reportTail(this.draft, this.end, this.report.layers);
      return;
    }
    this.draft.find("damaged-end", "end", this.source.size, 0);
    // The scan is whole and a part behind it was cut. Some decoders wait for what follows a scan.
    if (last.end < this.source.size) this.draft.write(ascii("\xff\xd9"));
  }

  writeJfif() {
    if (this.jfif === null) return;
    const content = this.jfif.read(this.source);
    const literal = concat([ascii("\xff\xe0\0\x10"), content.subarray(0, 12), ascii("\0\0")]);
    if (this.draft.rewrite(literal, this.jfif.start) || content.length > 14) {
      const hasPreview = content[12] && content[13];
      const extra = content.length - JFIF_BYTES;
      this.draft.find(hasPreview ? "thumbnail" : "hidden-bytes", "JFIF", this.jfif.start, Math.max(extra, 2));
    }
    if (content[7]) this.draft.noteKept("print-size");
  }

  /** @param {boolean} hasProfile */
  writeExif(hasProfile) {
    for (const segment of this.exif) {
      const content = segment.read(this.source);
      const orientation = readOrientation(content.subarray(6));
      const isAdobeRgb = this.showsAdobeRgb(content.subarray(6), hasProfile);
      const block = canonicalExif(orientation, isAdobeRgb);
      const head = concat([ascii("\xff\xe1"), toBytes(block.length + 8, 2), ascii("Exif\0\0")]);
      const literal = block.length ? concat([head, block]) : block;
      if (orientation !== UPRIGHT) this.draft.noteKept("orientation");
      if (isAdobeRgb) this.draft.noteKept("colours");
      const differs = this.draft.rewrite(literal, segment.start);
      if (differs || segment.size !== literal.length) this.report.exif(segment, content);
    }
  }

  // A profile says which colours are meant, and readers look for it first.
  /** @param {Uint8Array} block @param {boolean} hasProfile @returns {boolean} */
  showsAdobeRgb(block, hasProfile) {
    return this.draft.options.keepsColourProfile && !hasProfile && readAdobeRgb(block);
  }

  /** @param {Uint8Array | null} profile */
  writeProfile(profile) {
    if (!this.profile.length) return;
    const size = this.profile.reduce((sum, segment) => sum + segment.size, 0);
    const first = this.profile[0].start;
    if (profile === null) {
      const code = this.draft.options.keepsColourProfile ? "colour-profile-damaged" : "colour-profile";
      this.draft.find(code, "ICC", first, size, profileNames(this.joinedProfile()));
      return;
    }
    this.draft.noteKept("colours");
    if (this.writeProfilePieces(profile)) {
      this.draft.find("colour-profile", "ICC", first, size, profileNames(this.joinedProfile()));
    }
    if (!isPublicProfile(profile)) this.draft.find("colour-profile-custom", "ICC", first, size);
  }

  /** @returns {Uint8Array | null} */
  rebuiltProfile() {
    if (!this.profile.length || !this.draft.options.keepsColourProfile) return null;
    return rebuildProfile(this.joinedProfile());
  }

  /**
   * The profile as it came; empty when a piece is missing or is there twice, or when it is too large.
   * @returns {Uint8Array}
   */
  joinedProfile() {
    const nothing = new Uint8Array(0);
    const numbered = new Map();
    for (const segment of this.profile) {
      const content = segment.read(this.source);
      if (content[ICC_MARK.length + 1] !== this.profile.length) return nothing;
      numbered.set(content[ICC_MARK.length], content.subarray(ICC_HEAD_BYTES));
    }
    const pieces = [];
    for (let number = 1; number <= this.profile.length; number += 1) {
      if (!numbered.has(number)) return nothing;
      pieces.push(numbered.get(number));
    }
    const joined = concat(pieces);
    return joined.length <= REPORT_MAX_BYTES ? joined : nothing;
  }

  /**
   * True when the written segments differ from those of the source.
   * @param {Uint8Array} profile
   * @returns {boolean}
   */
  writeProfilePieces(profile) {
    const count = Math.ceil(profile.length / ICC_PIECE_BYTES);
    let differs = count !== this.profile.length;
    for (let number = 0; number < count; number += 1) {
      const piece = profile.subarray(number * ICC_PIECE_BYTES, (number + 1) * ICC_PIECE_BYTES);
      const content = concat([ICC_MARK, toBytes(number + 1, 1), toBytes(count, 1), piece]);
      const literal = concat([ascii("\xff\xe2"), toBytes(content.length + 2, 2), content]);
      if (number < this.profile.length) {
        const segment = this.profile[number];
        differs = this.draft.rewrite(literal, segment.start) || segment.size !== literal.length || differs;
      } else {
        this.draft.write(literal);
      }
    }
    return differs;
  }

  /** @param {Segment} segment */
  writePiece(segment) {
    if (segment.marker !== APP14) {
      this.draft.keep(segment.start, segment.size);
      return;
    }
    this.draft.noteKept("colours");
    const content = segment.read(this.source);
    this.draft.rewrite(concat([ascii("\xff\xee\0\x0e"), content.subarray(0, ADOBE_BYTES)]), segment.start);
    if (content.length > ADOBE_BYTES) {
      this.draft.find("hidden-bytes", "Adobe", segment.start, content.length - ADOBE_BYTES);
    }
  }
}
