/**
 * The plan for fragments: `moof` and where the samples of its runs are, and the indexes of fragments.
 * Fragments of tracks that go become empty boxes. Offsets in indexes stay right, since nothing moves.
 *
 * Source: ISO/IEC 14496-12 sections 8.8 (moof, traf, tfhd, trun, tfdt, mfra) and 8.16 (sidx, ssix).
 */

import { CleanError, damaged } from "../errors.js";
import { MAX_CHUNKS, MAX_FILE_BYTES, MAX_SAMPLES } from "../limits.js";
import { bitCount, number, usedBytes } from "./box_sizes.js";
import { Node, readTree } from "./box_tree.js";
import { MediaRanges } from "./media_ranges.js";
import { readNumbers } from "./sample_tables.js";
import { TreePlanner, forKinds } from "./tree_planner.js";

/**
 * @import { BoxSheet } from "./box_sheet.js"
 * @import { Box, BoxReader } from "./boxes.js"
 * @import { Movie } from "./movie.js"
 * @import { MovieReport } from "./movie_report.js"
 * @import { Rules } from "./tree_planner.js"
 */

// Flags of `tfhd`: a base of its own, default values, and the start of the `moof` as the base.
const BASE = 0x1;
const DESCRIPTION = 0x2;
const DURATION = 0x8;
const SIZE = 0x10;
const BASE_IS_MOOF = 0x20000;
// Flags of `trun`: where it starts, one field for the first sample, and four fields for each sample.
const OFFSET = 0x1;
const FIRST_FLAGS = 0x4;
const SAMPLE_DURATION = 0x100;
const SAMPLE_SIZE = 0x200;
const SAMPLE_FIELDS = 0xf00;
const LEVELS_MAX = 65536;

/** Plans one fragment after another; `keptSpans` are where the samples of tracks are that stay. */
export class FragmentPlanner extends TreePlanner {
  #movie;
  #runsLeft = MAX_CHUNKS;
  #samplesLeft = MAX_SAMPLES;
  #moofStart = 0;
  #end = 0;
  #keptEnd = 0;
  #base = 0;
  #trackNumber = 0;
  #defaultSize = 0;
  #sampleCount = 0;
  /** @type {Record<string, (box: Box) => number | null>} */
  #indexes;

  /** @param {Movie} movie @param {BoxReader} reader @param {BoxSheet} sheet @param {MovieReport} report */
  constructor(movie, reader, sheet, report) {
    super(reader, sheet, report);
    this.#movie = movie;
    this.keptSpans = new MediaRanges();
    /** @type {Rules} */
    this.rules = {
      moof: { mfhd: this.sized, traf: (node) => this.#oneTrack(node) },
      traf: {
        ...forKinds("tfhd tfdt trun", this.sized),
        sdtp: (node) => this.#perSample(node),
        ...this.groupRules(),
      },
      mfra: { tfra: (node) => this.#randomAccess(node), mfro: this.sized },
    };
    this.#indexes = {
      sidx: (box) => this.#segmentIndex(box),
      ssix: (box) => this.#levels(box),
      pdin: (box) => (box.contentBytes >= 4 ? 4 + Math.floor((box.contentBytes - 4) / 8) * 8 : null),
    };
  }

  /** Put a `moof`, an `mfra`, or another index on the sheet. Throws CleanError. @param {Box} box */
  plan(box) {
    if (this.rules[box.kind]) {
      this.#moofStart = this.#end = this.#keptEnd = box.start;
      this.container(readTree(box, this.reader));
      return;
    }
    this.sheet.keepFirst(box, this.indexBytes(box) ?? 0);
  }

  /**
   * Bytes of content that an index uses; null for one that goes, with its track or for its size.
   * @param {Box} box
   * @returns {number | null}
   */
  indexBytes(box) {
    const size = this.#indexes[box.kind];
    return size ? size(box) : box.contentBytes;
  }

  /** `traf`: one track in one fragment. @param {Node} node */
  #oneTrack(node) {
    const header = node.find("tfhd");
    if (!header) throw damaged("order");
    this.#readHeader(this.head(header));
    const spans = this.#spans();
    this.#sampleCount = 0;
    let at = this.#base;
    for (const run of node.all("trun")) at = this.#run(run, at, spans);
    this.#end = at;
    if (spans === this.keptSpans) {
      this.#keptEnd = at;
      const groups = this.#movie.groups.get(this.#trackNumber) ?? [];
      this.groups = new Set([...groups, ...this.describedGroups(node)]);
      this.container(node);
    } else {
      this.sheet.free(node.box);
    }
  }

  /** Where to note the samples of the track that the fragment belongs to. @returns {MediaRanges} */
  #spans() {
    if (this.#movie.tracks.has(this.#trackNumber)) return this.keptSpans;
    // A number that no track has: nobody plays it.
    const dropped = this.#movie.droppedSpans;
    const spans = dropped.get(this.#trackNumber) ?? new MediaRanges();
    dropped.set(this.#trackNumber, spans);
    return spans;
  }

  /** @param {Uint8Array} head */
  #readHeader(head) {
    const flags = number(head, 1, 3);
    let at = 8;
    this.#trackNumber = number(head, 4);
    if (flags & BASE) {
      this.#base = number(head, at, 8);
      at += 8;
    } else {
      this.#base = flags & BASE_IS_MOOF ? this.#moofStart : this.#endOfLast();
    }
    at += (flags & DESCRIPTION ? 4 : 0) + (flags & DURATION ? 4 : 0);
    const usual = this.#movie.defaultSizes.get(this.#trackNumber) ?? 0;
    this.#defaultSize = flags & SIZE ? number(head, at) : usual;
  }

  /** Where the samples of the track before it in the fragment end; for the first, the fragment itself. */
  #endOfLast() {
    // When the one before it goes, readers of the clean file would count from another place.
    if (this.#movie.tracks.has(this.#trackNumber) && this.#end !== this.#keptEnd) {
      throw new CleanError("unsupported-variant");
    }
    return this.#end;
  }

  /**
   * Note where the samples of a run are, which follow each other; gives where they end.
   * @param {Node} node @param {number} at @param {MediaRanges} spans
   */
  #run(node, at, spans) {
    const head = this.head(node);
    const flags = number(head, 1, 3);
    const count = number(head, 4);
    this.#runsLeft -= 1;
    this.#sampleCount += count;
    if (this.#runsLeft < 0) throw new CleanError("too-many-parts");
    let table = 8;
    let start = at;
    if (flags & OFFSET) {
      start = this.#base + signed(head.subarray(8, 12));
      table += 4;
    }
    table += flags & FIRST_FLAGS ? 4 : 0;
    const hasSizes = flags & SAMPLE_SIZE;
    const end = start + (hasSizes ? this.#sumOfSizes(node, flags, count, table) : count * this.#defaultSize);
    if (start < 0 || end > MAX_FILE_BYTES) throw damaged("size");
    spans.add(start, end);
    return end;
  }

  /** @param {Node} node @param {number} flags @param {number} count @param {number} table */
  #sumOfSizes(node, flags, count, table) {
    const fields = bitCount(flags & SAMPLE_FIELDS);
    this.#samplesLeft -= count;
    if (this.#samplesLeft < 0) throw new CleanError("too-many-parts");
    if (table + count * fields * 4 > node.box.contentBytes) throw damaged("size");
    const numbers = readNumbers(this.source, node.box.content + table, count * fields, 4);
    let total = 0;
    for (let at = flags & SAMPLE_DURATION ? 1 : 0; at < numbers.length; at += fields) total += numbers[at];
    return total;
  }

  /** @param {Node} node */
  #perSample(node) {
    this.sheet.keepFirst(node.box, Math.min(4 + this.#sampleCount, node.box.contentBytes));
  }

  /** `tfra`: where one track can be entered. @param {Node} node */
  #randomAccess(node) {
    if (this.#movie.tracks.has(number(this.head(node), 4))) this.sized(node);
    else this.sheet.free(node.box);
  }

  /** @param {Box} box */
  #segmentIndex(box) {
    const head = this.head(new Node(box));
    return this.#movie.dropped.has(number(head, 4)) ? null : usedBytes("sidx", head);
  }

  /** `ssix`: ranges of bytes by level, of each part of a segment. @param {Box} box */
  #levels(box) {
    const count = number(this.head(new Node(box)), 4);
    let at = 8;
    if (count > LEVELS_MAX) return null;
    for (let done = 0; done < count; done++) {
      at += 4 + 4 * number(this.source.window(box.content + at, 4), 0);
      if (at > box.contentBytes) return null;
    }
    return at;
  }
}

/** @param {Uint8Array} bytes */
function signed(bytes) {
  const value = number(bytes, 0, bytes.length);
  return bytes[0] > 127 ? value - 256 ** bytes.length : value;
}
