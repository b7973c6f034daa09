/**
 * The tracks of a movie: what each is for, and which are kept.
 * Kept are picture and sound, and subtitles for those who ask for them. Telemetry, clocks, chapters and
 * thumbnails go, and so does whatever an auxiliary picture is for that is not transparency.
 *
 * Source: ISO/IEC 14496-12 sections 8.3.2 (tkhd), 8.3.3 (tref), 8.4.3 (hdlr).
 */

import { latin1, u32 } from "../bytes.js";
import { damaged, isDamage } from "../errors.js";
import { ALPHA_TYPES } from "./property_content.js";
import { Budget } from "./sample_tables.js";
import { SUBTITLE_HANDLERS, areSubtitles } from "./subtitles.js";

/**
 * @import { Options } from "../plan.js"
 * @import { Source } from "../source.js"
 * @import { Node } from "./box_tree.js"
 * @import { BoxReader } from "./boxes.js"
 */

const KEPT_HANDLERS = ["vide", "soun", "auxv", "pict"];
const PLAYED_HANDLERS = ["vide", "soun", "pict"];
const VISUAL_BYTES = 78;
const REFERENCES_MAX = 4096;

/** One `trak`: its number, what it is for, and to which tracks it refers: [kind, numbers] each. */
export class Track {
  /**
   * @param {Node} node @param {number} number @param {string} handler
   * @param {[string, number[]][]} references
   */
  constructor(node, number, handler, references) {
    this.node = node;
    this.number = number;
    this.handler = handler;
    this.references = references;
  }

  /** True for a track that is enough for a film. */
  get isPlayed() {
    return PLAYED_HANDLERS.includes(this.handler);
  }

  /** True for subtitles, or what says to be some. */
  get isForReading() {
    return SUBTITLE_HANDLERS.has(this.handler);
  }
}

/** What a `trak` is. Throws damaged. @param {Node} node @param {Source} source @returns {Track} */
export function readTrack(node, source) {
  const header = node.find("tkhd");
  const handler = node.find("mdia", "hdlr");
  if (!header || !handler) throw damaged("order");
  node.checkSingle(["tkhd", "mdia", "tref"]);
  const version = source.read(header.box.content, 1)[0];
  const number = u32(read(source, header, version ? 20 : 12, 4), 0);
  const kind = latin1(read(source, handler, 8, 4));
  const references = node.find("tref")?.children ?? [];
  return new Track(node, number, kind, references.map((child) => reference(source, child)));
}

/**
 * The tracks that are kept. Throws damaged, when two have one number.
 * @param {Track[]} tracks @param {BoxReader} reader @param {Options} options
 * @returns {Track[]}
 */
export function chooseTracks(tracks, reader, options) {
  if (new Set(tracks.map((track) => track.number)).size !== tracks.length) throw damaged("order");
  const chapters = new Set();
  for (const [kind, numbers] of tracks.flatMap((track) => track.references)) {
    if (kind === "chap") for (const number of numbers) chapters.add(number);
  }
  const others = tracks.filter((track) => !chapters.has(track.number));
  const budget = new Budget();
  return others.filter(
    (track) => isKept(track, reader) || (options.keepsSubtitles && isReadable(track, reader, budget)),
  );
}

/** @param {Track} track @param {BoxReader} reader @param {Budget} budget */
function isReadable(track, reader, budget) {
  return track.isForReading && areSubtitles(track.node, reader, budget);
}

/** @param {Track} track @param {BoxReader} reader */
function isKept(track, reader) {
  const isThumbnail = track.references.some(([kind]) => kind === "thmb");
  const isForeign = track.handler === "auxv" && !mayBeTransparency(track, reader);
  return KEPT_HANDLERS.includes(track.handler) && !isThumbnail && !isForeign;
}

/**
 * False for an auxiliary track that says to be something else, such as a depth map.
 * @param {Track} track @param {BoxReader} reader
 */
function mayBeTransparency(track, reader) {
  const stsd = track.node.find("mdia", "minf", "stbl", "stsd");
  try {
    const entries = stsd ? [...reader.children(stsd.box, 8)] : [];
    const boxes = entries.flatMap((entry) => [...reader.children(entry, VISUAL_BYTES)]);
    return boxes
      .filter((box) => box.kind === "auxi")
      .map((box) => latin1(reader.source.window(box.content + 4, Math.min(box.contentBytes - 4, 64))))
      .every((name) => ALPHA_TYPES.has(name.split("\0")[0]));
  } catch (error) {
    // The kept tracks are read again, strictly; here a broken one is only not transparency.
    if (!isDamage(error)) throw error;
    return false;
  }
}

/** @param {Source} source @param {Node} node @param {number} offset @param {number} length */
function read(source, node, offset, length) {
  if (offset + length > node.box.contentBytes) throw damaged("size");
  return source.read(node.box.content + offset, length);
}

/** @param {Source} source @param {Node} node @returns {[string, number[]]} */
function reference(source, node) {
  const count = node.box.contentBytes / 4;
  if (!Number.isInteger(count) || count > REFERENCES_MAX) throw damaged("size");
  const content = source.read(node.box.content, node.box.contentBytes);
  return [node.kind, Array.from({ length: count }, (_, at) => u32(content, 4 * at))];
}
