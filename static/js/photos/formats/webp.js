/**
 * The plan for a WebP, still or animated: chunks from an allow-list, everything else left out.
 *
 * It does not look inside VP8 and VP8L: bytes hidden behind the coded picture stay.
 * Source: RFC 9649 section 2 (container).
 */

import { ascii, concat, latin1, toBytes, u32, zeros } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";
import { MAX_WEBP_CHUNKS, REPORT_MAX_BYTES } from "../limits.js";
import { rebuildProfile } from "../metadata/icc.js";
import { UPRIGHT, canonicalExif, readOrientation } from "../metadata/orientation.js";
import { profileNames } from "../metadata/profile_names.js";
import { isPublicProfile } from "../metadata/profiles.js";
import { Draft } from "../plan.js";
import { exifBlock } from "./png_report.js";
import { reportTail } from "./tail.js";
import { PieceReport } from "./webp_report.js";

/** @import { Source } from "../source.js" */

const HAS_PROFILE = 0x20;
const HAS_ALPHA = 0x10;
const HAS_EXIF = 0x08;
const IS_ANIMATED = 0x02;
const RIFF_BYTES = 12;
const HEAD_BYTES = 8;
const CANVAS_BYTES = 10;
const LOOP_BYTES = 6;
const FRAME_BYTES = 16;

/** @param {Piece} piece */
const isCoded = (piece) => piece.kind === "VP8 " || piece.kind === "VP8L";
/** @param {Piece} piece */
const isPicture = (piece) => piece.kind === "ALPH" || isCoded(piece);

/** One RIFF chunk: its type, where its header starts and how many bytes it holds. */
class Piece {
  /** @param {string} kind @param {number} start @param {number} length */
  constructor(kind, start, length) {
    this.kind = kind;
    this.start = start;
    this.length = length;
  }

  /** Offset of what it holds. */
  get content() {
    return this.start + HEAD_BYTES;
  }

  /** Size with header and padding. */
  get paddedBytes() {
    return HEAD_BYTES + this.length + (this.length % 2);
  }
}

/** Fill `draft`. Throws: CleanError damaged or too-many-parts. @param {Source} source @param {Draft} draft */
export function planWebp(source, draft) {
  new WebpPlanner(source, draft).run();
}

/** Sorts the chunks, then writes them in the order that the format asks for. */
class WebpPlanner {
  /** @param {Source} source @param {Draft} draft */
  constructor(source, draft) {
    this.source = source;
    this.draft = draft;
    this.body = new Draft(source, draft.options);
    this.report = new PieceReport(source, draft);
    this.end = Math.min(HEAD_BYTES + u32(source.read(4, 4), 0, "little"), source.size);
    this.piecesLeft = MAX_WEBP_CHUNKS;
    /** @type {Piece | null} */
    this.canvas = null;
    this.flags = 0;
    /** @type {Piece | null} */
    this.loop = null;
    /** @type {Piece[]} */
    this.pictures = [];
    /** @type {Piece[]} */
    this.frames = [];
    /** @type {Piece | null} */
    this.exif = null;
    /** @type {Piece | null} */
    this.profile = null;
  }

  /** Read all chunks and write the plan. */
  run() {
    let last = RIFF_BYTES;
    for (const piece of this.walk(RIFF_BYTES, this.end)) {
      if (piece.start === RIFF_BYTES) this.takeFirst(piece);
      else this.take(piece);
      last = piece.start + piece.paddedBytes;
    }
    this.noteRest(Math.min(last, this.source.size));
    this.write();
  }

  /**
   * The chunks between two offsets; those inside frames count towards the same limit.
   * @param {number} start @param {number} end
   * @returns {Generator<Piece>}
   */
  *walk(start, end) {
    let at = start;
    while (at + HEAD_BYTES <= end) {
      this.piecesLeft -= 1;
      if (this.piecesLeft < 0) throw new CleanError("too-many-parts");
      const head = this.source.read(at, HEAD_BYTES);
      const piece = new Piece(latin1(head.subarray(0, 4)), at, u32(head, 4, "little"));
      if (piece.content + piece.length > end) throw damaged("size");
      yield piece;
      at += piece.paddedBytes;
    }
  }

  /** @param {number} last */
  noteRest(last) {
    if (last < this.end) this.report.hidden("end", last, this.end - last);
    const start = Math.max(last, this.end);
    if (start < this.source.size) reportTail(this.draft, start);
  }

  /** @param {Piece} piece */
  takeFirst(piece) {
    if (piece.kind === "VP8X" && piece.length >= CANVAS_BYTES) {
      this.canvas = piece;
      this.flags = this.source.read(piece.content, 1)[0];
    } else if (isCoded(piece)) {
      this.pictures.push(piece);
    } else {
      throw damaged("order");
    }
  }

  /** @param {Piece} piece */
  take(piece) {
    // Without VP8X decoders show the first chunk and ignore the others.
    if (!this.canvas || !this.isUsed(piece)) this.report.dropped(piece.kind, piece.start, piece.length);
  }

  /** True when a decoder uses the chunk, which is then remembered. @param {Piece} piece @returns {boolean} */
  isUsed(piece) {
    const { kind } = piece;
    const isAnimated = Boolean(this.flags & IS_ANIMATED);
    if (isPicture(piece) && !isAnimated) return addPicture(this.pictures, piece);
    if (kind === "ANMF" && isAnimated && this.loop) this.frames.push(piece);
    else if (kind === "ANIM" && isAnimated && !this.loop && piece.length >= LOOP_BYTES) this.loop = piece;
    else if (kind === "ICCP" && this.flags & HAS_PROFILE && !this.profile) this.profile = piece;
    else if (kind === "EXIF" && this.flags & HAS_EXIF && !this.exif) this.exif = piece;
    else return false;
    return true;
  }

  write() {
    if (!this.frames.length && !this.pictures.some(isCoded)) throw damaged("no-picture");
    const orientation = this.orientation();
    const profile = this.rebuiltProfile();
    this.writeCanvas(orientation !== UPRIGHT, profile !== null);
    this.writeProfile(profile);
    if (this.loop && this.frames.length) {
      this.draft.noteKept("animation");
      this.writeTrimmed(this.loop, LOOP_BYTES);
    }
    for (const frame of this.frames) this.writeFrame(frame);
    for (const picture of this.pictures) this.writeWhole(picture);
    this.writeExif(orientation);
    const size = toBytes(this.body.outputBytes + 4, 4, "little");
    this.draft.rewrite(concat([ascii("RIFF"), size, ascii("WEBP")]), 0);
    this.draft.extend(this.body);
  }

  /** @returns {number} */
  orientation() {
    if (!this.exif || this.exif.length > REPORT_MAX_BYTES) return UPRIGHT;
    return readOrientation(exifBlock(this.read(this.exif)));
  }

  /** @returns {Uint8Array | null} */
  rebuiltProfile() {
    const piece = this.profile;
    if (!piece || piece.length > REPORT_MAX_BYTES || !this.draft.options.keepsColourProfile) return null;
    return rebuildProfile(this.read(piece));
  }

  /** @param {boolean} hasExif @param {boolean} hasProfile */
  writeCanvas(hasExif, hasProfile) {
    if (!this.canvas) return;
    let flags = this.flags & (HAS_ALPHA | IS_ANIMATED);
    flags |= (hasProfile ? HAS_PROFILE : 0) | (hasExif ? HAS_EXIF : 0);
    if (flags & HAS_ALPHA) this.draft.noteKept("transparency");
    const size = this.source.read(this.canvas.content + 4, 6);
    const head = makePiece("VP8X", concat([Uint8Array.of(flags, 0, 0, 0), size]));
    this.body.rewrite(head, this.canvas.start);
    if (this.canvas.length > CANVAS_BYTES) {
      this.report.hidden("VP8X", this.canvas.start, this.canvas.length - CANVAS_BYTES);
    }
  }

  /** @param {Uint8Array | null} profile */
  writeProfile(profile) {
    const piece = this.profile;
    if (!piece) return;
    /** @param {string} code @param {Record<string, string>} [values] */
    const find = (code, values) => this.draft.find(code, "ICCP", piece.start, piece.length, values);
    if (!profile) {
      const isWanted = this.draft.options.keepsColourProfile;
      find(isWanted ? "colour-profile-damaged" : "colour-profile", this.profileNames(piece));
      return;
    }
    this.draft.noteKept("colours");
    // A rebuilt profile is a multiple of four bytes long, so it needs no padding.
    if (this.body.rewrite(makePiece("ICCP", profile), piece.start)) {
      find("colour-profile", this.profileNames(piece));
    }
    if (!isPublicProfile(profile)) find("colour-profile-custom");
  }

  /** @param {Piece} piece @returns {Record<string, string>} */
  profileNames(piece) {
    return piece.length <= REPORT_MAX_BYTES ? profileNames(this.read(piece)) : {};
  }

  /** @param {Piece} piece @param {number} length */
  writeTrimmed(piece, length) {
    this.body.rewrite(makeHead(piece.kind, length), piece.start);
    this.body.keep(piece.content, length);
    if (piece.length > length) this.report.hidden(piece.kind, piece.start, piece.length - length);
  }

  /** @param {Piece} frame */
  writeFrame(frame) {
    if (frame.length < FRAME_BYTES) throw damaged("size");
    /** @type {Piece[]} */
    const pictures = [];
    for (const piece of this.walk(frame.content + FRAME_BYTES, frame.content + frame.length)) {
      if (!isPicture(piece) || !addPicture(pictures, piece)) {
        this.report.dropped(piece.kind, piece.start, piece.length);
      }
    }
    if (!pictures.some(isCoded)) throw damaged("no-picture");
    const length = pictures.reduce((sum, picture) => sum + picture.paddedBytes, FRAME_BYTES);
    this.body.rewrite(makeHead("ANMF", length), frame.start);
    this.body.keep(frame.content, FRAME_BYTES);
    for (const picture of pictures) this.writeWhole(picture);
  }

  /** @param {Piece} piece */
  writeWhole(piece) {
    this.body.keep(piece.start, HEAD_BYTES + piece.length);
    if (piece.length % 2 && this.body.rewrite(zeros(1), piece.content + piece.length)) {
      this.report.hidden("padding", piece.content + piece.length, 1);
    }
  }

  /** @param {number} orientation */
  writeExif(orientation) {
    const piece = this.exif;
    if (!piece) return;
    let literal = zeros(0);
    if (orientation !== UPRIGHT) {
      literal = makePiece("EXIF", canonicalExif(orientation));
      this.draft.noteKept("orientation");
    }
    if (this.body.rewrite(literal, piece.start) || piece.length + HEAD_BYTES !== literal.length) {
      this.report.exif(piece.start, piece.length);
    }
  }

  /** @param {Piece} piece @returns {Uint8Array} */
  read(piece) {
    return this.source.read(piece.content, piece.length);
  }
}

/**
 * One coded picture, and one ALPH before it; whatever follows is on no screen.
 * @param {Piece[]} pictures @param {Piece} piece
 */
function addPicture(pictures, piece) {
  if (pictures.some(isCoded) || (piece.kind === "ALPH" && pictures.length)) return false;
  pictures.push(piece);
  return true;
}

/** @param {string} kind @param {number} length */
function makeHead(kind, length) {
  return concat([ascii(kind), toBytes(length, 4, "little")]);
}

/** @param {string} kind @param {Uint8Array} content */
function makePiece(kind, content) {
  return concat([makeHead(kind, content.length), content]);
}
