/**
 * The plan for `moov`: every box from an allow-list by the place where it stands, everything else made empty.
 * Nothing moves, and nothing of the media is read.
 *
 * Source: ISO/IEC 14496-12 sections 8.2 (mvhd), 8.8 (mvex); ISO/IEC 14496-14 section 5.1 (iods).
 */

import { Stumble } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";
import { MAX_TABLE_BYTES } from "../limits.js";
import { number } from "./box_sizes.js";
import { readTree } from "./box_tree.js";
import { MediaRanges } from "./media_ranges.js";
import { Budget, chunkSpans } from "./sample_tables.js";
import { TrackPlanner } from "./track_boxes.js";
import { chooseTracks, readTrack } from "./tracks.js";
import { TreePlanner } from "./tree_planner.js";

/**
 * @import { Options } from "../plan.js"
 * @import { BoxSheet } from "./box_sheet.js"
 * @import { Node } from "./box_tree.js"
 * @import { Box, BoxReader } from "./boxes.js"
 * @import { MovieReport } from "./movie_report.js"
 * @import { Track } from "./tracks.js"
 * @import { Rules } from "./tree_planner.js"
 */

// Compressed films, and films that only name other films.
const ELSEWHERE = ["cmov", "rmra"];
const OBJECT_TAG = 0x10;
const OBJECT_BYTES = 7;

/** What fragments and the top level have to know: tracks by number, and where their samples are. */
export class Movie {
  /** @param {Map<number, Track>} [tracks] */
  constructor(tracks = new Map()) {
    this.tracks = tracks;
    /** @type {Map<number, Track>} */
    this.dropped = new Map();
    /** @type {MediaRanges[]} */
    this.keptSpans = [];
    /** @type {Map<number, MediaRanges>} */
    this.droppedSpans = new Map();
    // Bytes of a sample when a fragment does not say it, from `trex`.
    /** @type {Map<number, number>} */
    this.defaultSizes = new Map();
    // The kinds of sample groups whose descriptions stay.
    /** @type {Map<number, Set<string>>} */
    this.groups = new Map();
  }

  /** True when something is left to play. */
  get hasPictureOrSound() {
    return [...this.tracks.values()].some((track) => track.isPlayed);
  }
}

/**
 * Put the box on the sheet. Throws damaged, unsupported-variant, too-many-parts or too-deep.
 * @param {Box} moov @param {BoxReader} reader @param {BoxSheet} sheet @param {MovieReport} report
 * @param {Options} options
 * @returns {Movie}
 */
export function planMovie(moov, reader, sheet, report, options) {
  if (moov.size > MAX_TABLE_BYTES) throw new CleanError("too-many-parts");
  return new MoviePlanner(readTree(moov, reader), reader, sheet, report, options).run();
}

/** Keeps the movie's header and the chosen tracks. */
class MoviePlanner extends TreePlanner {
  #root;
  #byStart;
  #movie;
  #droppedBudget = new Budget();
  #planner;

  /**
   * @param {Node} root @param {BoxReader} reader @param {BoxSheet} sheet @param {MovieReport} report
   * @param {Options} options
   */
  constructor(root, reader, sheet, report, options) {
    super(reader, sheet, report);
    this.#root = root;
    const tracks = root.all("trak").map((node) => readTrack(node, this.source));
    const kept = chooseTracks(tracks, reader, options);
    this.#byStart = new Map(tracks.map((track) => [track.node.box.start, track]));
    this.#movie = new Movie(new Map(kept.map((track) => [track.number, track])));
    this.#planner = new TrackPlanner(tracks, kept, reader, sheet, report, options);
    /** @type {Rules} */
    this.rules = {
      moov: {
        mvhd: (node) => this.#header(node),
        trak: (node) => this.#oneTrack(node),
        mvex: this.container,
        iods: (node) => this.#objects(node),
      },
      mvex: { mehd: this.sized, trex: (node) => this.#defaults(node) },
    };
  }

  /** Put the movie on the sheet. @returns {Movie} */
  run() {
    if (this.#root.children.some((node) => ELSEWHERE.includes(node.kind))) {
      throw new CleanError("unsupported-variant");
    }
    if (!this.#root.find("mvhd")) throw damaged("order");
    this.container(this.#root);
    this.#movie.groups = this.#planner.groupsByTrack;
    return this.#movie;
  }

  /**
   * `mvhd`: times, reserved fields, and what QuickTime remembers of a window (preview, selection) go.
   * @param {Node} node
   */
  #header(node) {
    const wide = this.head(node)[0] > 0;
    // Version and flags; scale, length, rate and volume; matrix; the next free number.
    /** @type {[number, number][]} */
    const parts = wide ? [[0, 4], [20, 38], [48, 84], [108, 112]] : [[0, 4], [12, 26], [36, 72], [96, 100]];
    this.sheet.keepParts(node.box, ...parts);
    this.report.times(node.box, wide);
  }

  /** @param {Node} node */
  #oneTrack(node) {
    const track = /** @type {Track} */ (this.#byStart.get(node.box.start));
    if (this.#movie.tracks.has(track.number)) {
      this.#movie.keptSpans.push(this.#planner.plan(track));
      return;
    }
    const spans = this.#spansOfDropped(track);
    this.#movie.dropped.set(track.number, track);
    this.#movie.droppedSpans.set(track.number, spans);
    this.report.track(track, spans);
    this.sheet.free(node.box);
  }

  /**
   * As far as its tables can be read; a track that goes may be broken, or have its media elsewhere.
   * @param {Track} track
   */
  #spansOfDropped(track) {
    const table = track.node.find("mdia", "minf", "stbl");
    const references = track.node.find("mdia", "minf", "dinf", "dref");
    if (!table || (references && !this.#isOwnMedia(references))) return new MediaRanges();
    try {
      return chunkSpans(this.source, table, [], this.#droppedBudget);
    } catch (error) {
      if (!(error instanceof CleanError || error instanceof Stumble)) throw error;
      return new MediaRanges();
    }
  }

  /** @param {Node} references */
  #isOwnMedia(references) {
    try {
      const boxes = [...this.reader.children(references.box, 8)];
      return boxes.every((box) => number(this.source.window(box.content, 4), 1, 3) & 1);
    } catch (error) {
      if (!(error instanceof CleanError)) throw error;
      return false;
    }
  }

  /** `trex`: the defaults of one track. @param {Node} node */
  #defaults(node) {
    const head = this.head(node);
    const track = number(head, 4);
    this.#movie.defaultSizes.set(track, number(head, 16));
    if (this.#movie.tracks.has(track)) this.sized(node);
    else this.sheet.free(node.box);
  }

  /**
   * `iods`: the levels that a player needs, which is the short form; the long one can hold addresses.
   * @param {Node} node
   */
  #objects(node) {
    const head = this.head(node);
    let at = 5;
    let length = 0;
    while (at < Math.min(9, head.length)) {
      const byte = head[at++];
      length = (length << 7) | (byte & 127);
      if (byte < 128) break;
    }
    if (head[4] === OBJECT_TAG && length === OBJECT_BYTES) this.sheet.keepFirst(node.box, at + OBJECT_BYTES);
    else this.remove(node);
  }
}
