/**
 * What the boxes and properties that are left out of a HEIC or AVIF file give away.
 * Source: ISO/IEC 23008-12 section 6.5 (udes, altt, crtt, mdft); C2PA specification, BMFF files (uuid).
 */

import { equal, hex, isZero as isZeroBytes, latin1 } from "../bytes.js";
import { Extents } from "../extents.js";
import { strip } from "../findings.js";
import { isZero } from "../inplace.js";
import { momentText } from "../metadata/moments.js";
import { profileNames } from "../metadata/profile_names.js";
import { isPublicProfile } from "../metadata/profiles.js";
import { reportHistory } from "../metadata/provenance.js";
import { readText } from "../metadata/text.js";
import { ReadingBudget } from "../reading.js";
import { subtract } from "../spans.js";
import { isOwnFile } from "./heif_tables.js";
import { spans } from "./item_contents.js";
import { isProfile } from "./kept_properties.js";
import { KNOWN_KINDS } from "./property_content.js";

/**
 * @import { Draft } from "../plan.js"
 * @import { Source } from "../source.js"
 * @import { Box } from "./boxes.js"
 * @import { StillTables } from "./heif_tables.js"
 * @import { Item } from "./items.js"
 * @import { KeptProperties } from "./kept_properties.js"
 * @import { Cleaned } from "./property_content.js"
 */

const EMPTY = ["free", "skip"];
// Groups of pictures, and metadata outside of items: known, and of no use for the picture.
const NAMED = ["grpl", "xml ", "bxml", "dinf"];
const CREDENTIALS = "d8fec3d61b0e483c92975828877ec481";
const TEXTS = ["udes", "altt"];
const TIMES = ["crtt", "mdft"];
const TEXT_MAX_BYTES = 4096;
const FULL_BOX_BYTES = 4;
const HANDLER_NAME = 24;
// From the start of 1904 to the start of 1970, and from there to the year 10000.
const EPOCH_SECONDS = 2_082_844_800;
const END_SECONDS = 253_402_300_800;
// A widespread coding library gives these names to every picture.
const LIBRARY_NAMES = ["Color", "Alpha"];

/** Notes findings about boxes, each at its own place. */
export class BoxReport {
  #source;
  #draft;
  #tables;
  #budget = new ReadingBudget();

  /** @param {Source} source @param {Draft} draft @param {StillTables} tables */
  constructor(source, draft, tables) {
    this.#source = source;
    this.#draft = draft;
    this.#tables = tables;
  }

  /**
   * Note boxes without a place in a clean file, and what tables hold beside what is used.
   * @param {Set<number>} kept
   */
  boxes(kept) {
    const tables = this.#tables;
    this.#handler(/** @type {Box} */ (tables.boxes.get("hdlr")), tables.handler);
    const others = [...tables.others, ...tables.itemTable.others, ...tables.propertyTable.others];
    for (const box of others) this.#dropped(box);
    const reference = tables.boxes.get("dinf");
    if (reference && !isOwnFile(reference, this.#source)) this.#dropped(reference);
    for (const [start, end] of tables.unused()) this.#unused("meta", start, end);
    for (const box of tables.withStrangers()) this.#find("hidden-bytes", box);
    for (const number of kept) this.#item(/** @type {Item} */ (tables.items.get(number)));
  }

  /**
   * Note bytes of `idat` that are neither of a kept item nor of one that has its finding.
   * @param {[number, number][]} used
   */
  itemData(used) {
    const box = this.#tables.boxes.get("idat");
    if (!box) return;
    for (const [start, end] of subtract([[box.content, box.end]], spans(used))) {
      this.#unused("idat", start, end);
    }
  }

  /** Note what properties say that change or go. @param {KeptProperties} properties */
  properties(properties) {
    const table = this.#tables.propertyTable;
    const used = new Set();
    for (const associations of table.associations.values()) {
      for (const one of associations) used.add(one.position);
    }
    table.properties.forEach((box, index) => {
      const cleaned = properties.chosen(index + 1);
      if (cleaned && cleaned.content !== null) {
        this.#keptProperty(box, cleaned);
      } else if (cleaned && isProfile(box, this.#source)) {
        const code = this.#draft.options.keepsColourProfile ? "colour-profile-damaged" : "colour-profile";
        this.#find(code, box, this.#profileNames(box));
      } else if (cleaned || !KNOWN_KINDS.has(box.kind)) {
        this.#droppedProperty(box);
      } else if (!used.has(index + 1)) {
        this.#find("hidden-bytes", box);
      }
    });
  }

  /** @param {string} code @param {Box} box @param {Record<string, string>} [values] */
  #find(code, box, values = {}) {
    this.#draft.find(code, box.name, box.start, box.size, values);
  }

  /** @param {string} part @param {number} start @param {number} end */
  #unused(part, start, end) {
    if (!isZero(this.#source, start, end)) this.#draft.find("hidden-bytes", part, start, end - start);
  }

  /** @param {Box} box @param {Uint8Array} content */
  #handler(box, content) {
    const name = content.subarray(HANDLER_NAME);
    if (!isZeroBytes(name)) this.#find("encoder", box, { value: readText(name) });
    if (!isZeroBytes(content.subarray(0, 8)) || !isZeroBytes(content.subarray(12, HANDLER_NAME))) {
      this.#find("hidden-bytes", box);
    }
  }

  /** Note the name of a kept item, and what its entry holds behind it. @param {Item} item */
  #item(item) {
    if (item.name && LIBRARY_NAMES.includes(latin1(item.name))) this.#find("encoder", item.box);
    else if (item.name?.length) this.#find("description", item.box, { value: readText(item.name) });
    if (!isZeroBytes(item.rest)) this.#find("hidden-bytes", item.box);
  }

  /** Note a box that goes; an empty one says nothing. @param {Box} box */
  #dropped(box) {
    if (EMPTY.includes(box.kind)) this.#unused(box.name, box.content, box.end);
    else if (box.userType === CREDENTIALS) this.#signedHistory(box);
    else if (NAMED.includes(box.kind)) this.#find("vendor-data", box, { fourcc: strip(box.name) });
    else this.#find("unknown-part", box, { fourcc: strip(box.name) });
  }

  /** @param {Box} box */
  #signedHistory(box) {
    if (!this.#budget.take(box.contentBytes)) {
      this.#find("provenance", box);
      return;
    }
    const content = this.#source.read(box.content, box.contentBytes);
    const extents = Extents.at(box.content, box.contentBytes);
    this.#draft.addAll(reportHistory(content, "C2PA", box.start, extents, true));
  }

  /** @param {Box} box @param {Cleaned} cleaned */
  #keptProperty(box, cleaned) {
    if (cleaned.content && isProfile(box, this.#source)) {
      if (!equal(this.#source.window(box.content, box.contentBytes), cleaned.content)) {
        this.#find("colour-profile", box, this.#profileNames(box));
      }
      if (!isPublicProfile(cleaned.content.subarray(4))) this.#find("colour-profile-custom", box);
    }
    if (cleaned.hiddenBytes) this.#draft.find("hidden-bytes", box.name, box.start, cleaned.hiddenBytes);
    if (cleaned.encoderBytes) this.#draft.find("encoder", box.name, box.start, cleaned.encoderBytes);
  }

  /** @param {Box} box @returns {Record<string, string>} */
  #profileNames(box) {
    if (!this.#budget.take(box.contentBytes)) return {};
    return profileNames(this.#source.read(box.content, box.contentBytes).subarray(4));
  }

  /** @param {Box} box */
  #droppedProperty(box) {
    if (!TEXTS.includes(box.kind) && !TIMES.includes(box.kind)) {
      this.#dropped(box);
      return;
    }
    const length = Math.min(box.contentBytes, TEXT_MAX_BYTES);
    const content = this.#source.read(box.content, length).subarray(FULL_BOX_BYTES);
    if (TEXTS.includes(box.kind)) this.#find("description", box, { value: texts(content) });
    else this.#find("time", box, { value: time(content.subarray(0, 8)) });
  }
}

/**
 * All texts of a description, one behind the other; the languages too, which nobody needs to tell apart.
 * @param {Uint8Array} content
 */
function texts(content) {
  const found = [];
  for (let start = 0; start <= content.length; ) {
    const zero = content.indexOf(0, start);
    const end = zero < 0 ? content.length : zero;
    found.push(readText(content.subarray(start, end)));
    start = end + 1;
  }
  return found.filter(Boolean).join(" ");
}

/**
 * A time since the start of 1904, in microseconds; empty when its year has more than four digits.
 * @param {Uint8Array} raw
 */
function time(raw) {
  const seconds = Number(BigInt(`0x0${hex(raw)}`) / 1_000_000n) - EPOCH_SECONDS;
  return seconds < END_SECONDS ? momentText(seconds) : "";
}
