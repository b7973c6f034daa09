/**
 * The plan for one kept `trak`: its header, times and names, its tables and where its samples are.
 *
 * Source: ISO/IEC 14496-12 sections 8.3 to 8.9; QuickTime File Format, track atoms.
 */

import { equal, isZero, latin1 } from "../bytes.js";
import { CleanError, damaged } from "../errors.js";
import { number } from "./box_sizes.js";
import { MediaRanges } from "./media_ranges.js";
import { SOUND, planDescriptions } from "./sample_entries.js";
import { Budget, chunkSpans } from "./sample_tables.js";
import { TreePlanner, forKinds } from "./tree_planner.js";

/**
 * @import { Options } from "../plan.js"
 * @import { BoxSheet } from "./box_sheet.js"
 * @import { Node } from "./box_tree.js"
 * @import { BoxReader } from "./boxes.js"
 * @import { MovieReport } from "./movie_report.js"
 * @import { Track } from "./tracks.js"
 * @import { Rules } from "./tree_planner.js"
 */

// Old QuickTime writers give a kind of component, and one for where the samples are.
const COMPONENTS = ["mhlr", "dhlr"];
const DATA_HANDLERS = ["alis", "url ", "urn ", "rsrc"];
const UNDETERMINED = Uint8Array.of(0x55, 0xc4);
// To transparency and depth, among layers of one coding, and to what is played instead or in step.
const KEPT_REFERENCES =
  "auxl vdep vplx sbas scal tbas sabt oref adda adrc fall folw sync dpnd ssrc subt clcp forc".split(" ");
const TABLES = "stts ctts cslg stss stps stsc stsz stz2 stco co64 padb stsh";
const REFERENCE_BYTES = 4;
const IS_SELF_CONTAINED = 1;
const IDENTITY = new Uint8Array(36);
IDENTITY[1] = IDENTITY[17] = 1;
IDENTITY[32] = 0x40;

/** Plans one track after another, of which `kept` are those that stay. */
export class TrackPlanner extends TreePlanner {
  #kept;
  #all;
  #hasOneSound;
  #hasOneText;
  #options;
  #budget = new Budget();
  // The one that is being planned.
  #track = /** @type {Track} */ (/** @type {unknown} */ (null));
  #spans = new MediaRanges();
  #sampleCount = 0;

  /**
   * @param {Track[]} tracks @param {Track[]} kept @param {BoxReader} reader @param {BoxSheet} sheet
   * @param {MovieReport} report @param {Options} options
   */
  constructor(tracks, kept, reader, sheet, report, options) {
    super(reader, sheet, report);
    this.#kept = new Set(kept.map((track) => track.number));
    // A reference to track 0 is one to none.
    this.#all = new Set([0, ...tracks.map((track) => track.number)]);
    // With more than one, the language tells players which to choose.
    this.#hasOneSound = kept.filter((track) => track.handler === SOUND).length < 2;
    this.#hasOneText = kept.filter((track) => track.isForReading).length < 2;
    this.#options = options;
    /** @type {Map<number, Set<string>>} */
    this.groupsByTrack = new Map();
    this.rules = this.#trackRules();
  }

  /** @returns {Rules} */
  #trackRules() {
    const { container, sized } = this;
    /** @param {Node} node */
    const handler = (node) => this.#handler(node);
    /** @param {Node} node */
    const perSample = (node) => this.#perSample(node);
    return {
      trak: {
        ...forKinds("edts tapt mdia", container),
        tkhd: (node) => this.#header(node),
        tref: (node) => this.#references(node),
        ...forKinds("load clef", sized),
      },
      edts: { elst: sized },
      tapt: forKinds("clef prof enof", sized),
      mdia: { mdhd: (node) => this.#mediaHeader(node), hdlr: handler, minf: container },
      minf: {
        ...forKinds("vmhd smhd nmhd sthd", sized),
        ...forKinds("gmhd dinf", container),
        hdlr: handler,
        stbl: (node) => this.#samples(node),
      },
      gmhd: { gmin: sized, text: (node) => this.#textHeader(node) },
      dinf: { dref: (node) => this.#dataReferences(node) },
      stbl: {
        ...forKinds(TABLES, sized),
        stsd: () => {},
        ...forKinds("sdtp stdp", perSample),
        ...this.groupRules(),
      },
    };
  }

  /**
   * Put a track on the sheet; gives where its samples are. Throws CleanError.
   * @param {Track} track
   * @returns {MediaRanges}
   */
  plan(track) {
    if (!track.node.find("mdia", "minf", "stbl") || !track.node.find("mdia", "mdhd")) throw damaged("order");
    this.#track = track;
    this.#spans = new MediaRanges();
    this.container(track.node);
    if (track.isForReading) this.report.noteSubtitles();
    return this.#spans;
  }

  /** `tkhd`: reserved fields and the times of creation and modification become zero. @param {Node} node */
  #header(node) {
    const wide = this.head(node)[0] > 0;
    // Version and flags; number; length, then layer, group and volume; matrix and size.
    /** @type {[number, number][]} */
    const parts = wide
      ? [[0, 4], [20, 24], [28, 36], [44, 50], [52, 96]]
      : [[0, 4], [12, 16], [20, 24], [32, 38], [40, 84]];
    this.sheet.keepParts(node.box, ...parts);
    this.report.times(node.box, wide);
    const matrix = this.source.read(node.box.content + parts[4][0], IDENTITY.length);
    if (!equal(matrix, IDENTITY) && !isZero(matrix.subarray(0, 20))) this.report.noteTurn();
  }

  /**
   * `mdhd`: like the others, and the language of the only sound or subtitles is nobody's business.
   * @param {Node} node
   */
  #mediaHeader(node) {
    const wide = this.head(node)[0] > 0;
    const [start, language] = wide ? [20, 32] : [12, 20];
    this.sheet.keepParts(node.box, [0, 4], [start, language + 4]);
    this.report.times(node.box, wide);
    if (this.#track.isForReading ? this.#hasOneText : this.#hasOneSound) {
      this.report.language(node.box, language);
      this.sheet.write(node.box.content + language, UNDETERMINED);
    }
  }

  /** `hdlr`: only what kind it is; maker and name go. @param {Node} node */
  #handler(node) {
    const head = latin1(this.head(node));
    const component = head.slice(4, 8);
    const isKnown = component !== "dhlr" || DATA_HANDLERS.includes(head.slice(8, 12));
    this.sheet.keepParts(node.box, [0, COMPONENTS.includes(component) ? 8 : 4], [8, isKnown ? 12 : 8]);
    this.report.handler(node.box);
  }

  /** QuickTime's `text` turns and moves subtitles; in other tracks it has no place. @param {Node} node */
  #textHeader(node) {
    if (this.#track.isForReading) this.sized(node);
    else this.remove(node);
  }

  /** `tref`: only what names nothing but tracks that stay. @param {Node} node */
  #references(node) {
    this.sheet.keepHead(node.box);
    node.children.forEach((child, at) => {
      const [kind, numbers] = this.#track.references[at];
      if (KEPT_REFERENCES.includes(kind) && numbers.length && numbers.every((each) => this.#kept.has(each))) {
        this.sheet.keepFirst(child.box, child.box.contentBytes);
      } else if (numbers.every((each) => this.#all.has(each))) {
        // The track it names has its own finding.
        this.sheet.free(child.box);
      } else {
        this.remove(child);
      }
    });
  }

  /** `dref`: the media is in this file, and no name of a disk or folder stays. @param {Node} node */
  #dataReferences(node) {
    this.sheet.keepFirst(node.box, 8);
    let count = 0;
    for (const box of this.reader.children(node.box, 8)) {
      const flags = number(this.source.window(box.content, 4), 1, 3);
      if (!DATA_HANDLERS.includes(box.kind) || !(flags & IS_SELF_CONTAINED)) {
        throw new CleanError("unsupported-variant");
      }
      this.sheet.keepFirst(box, REFERENCE_BYTES);
      this.report.dataReference(box, REFERENCE_BYTES);
      count++;
    }
    if (count !== number(this.head(node), 4)) throw damaged("size");
  }

  /** `stbl`: the tables, as far as they are used, and where the samples are. @param {Node} node */
  #samples(node) {
    const stsd = node.find("stsd");
    const track = this.#track;
    if (!stsd) throw damaged("order");
    const { reader, sheet, report } = this;
    const packings = planDescriptions(stsd.box, track.handler, reader, sheet, report, this.#options);
    const sizes = node.find("stsz") ?? node.find("stz2");
    this.#sampleCount = sizes ? number(this.head(sizes), 8) : 0;
    this.groups = this.describedGroups(node);
    this.groupsByTrack.set(track.number, this.groups);
    this.container(node);
    this.#spans = chunkSpans(this.source, node, packings, this.#budget);
  }

  /** `sdtp` and `stdp` have one number for each sample, and no count. @param {Node} node */
  #perSample(node) {
    const width = node.kind === "sdtp" ? 1 : 2;
    this.sheet.keepFirst(node.box, Math.min(4 + width * this.#sampleCount, node.box.contentBytes));
  }
}
