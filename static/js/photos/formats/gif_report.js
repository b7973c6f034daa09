/**
 * What the parts that are left out of a GIF give away. Nothing here decides what is kept.
 *
 * Source: GIF89a specification sections 24 to 26; XMP specification part 3, section 1.1.2 (GIF: a packet that
 * is not in sub-blocks, and the trailer behind it).
 */

import { ascii, concat, endsWith, hex, latin1, startsWith } from "../bytes.js";
import { reportIptc, reportResources } from "../metadata/iptc.js";
import { readText } from "../metadata/text.js";
import { reportXmp } from "../metadata/xmp.js";
import { ReadingBudget } from "../reading.js";
import { splitBlocks } from "./gif_blocks.js";

/**
 * @import { Finding } from "../findings.js"
 * @import { Draft } from "../plan.js"
 * @import { Source } from "../source.js"
 * @import { Part } from "./gif_blocks.js"
 */

export const PLAIN_TEXT = 0x01, CONTROL = 0xf9, COMMENT = 0xfe, APPLICATION = 0xff;
export const NAME_BYTES = 11;

const XMP_NAME = "XMP DataXMP";
// Wherever a reader of sub-blocks arrives in it, it is led to the zero at its end.
const XMP_TRAILER = Uint8Array.from({ length: 258 }, (_, index) => (index ? Math.max(256 - index, 0) : 1));
const XMP_STARTS = ["<", "\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"].map(ascii);
const KINDS = new Map([["ICCRGBG1012", "colour-profile"], ["C2PA_GIF\x01\0\0", "provenance"]]);
const READERS = new Map([["MGKIPTC0000", reportIptc], ["MGK8BIM0000", reportResources]]);

/** Notes findings about parts. */
export class PartReport {
  /** @param {Source} source @param {Draft} draft */
  constructor(source, draft) {
    this.source = source;
    this.draft = draft;
    this.budget = new ReadingBudget();
  }

  /** Note bytes that nothing uses. @param {string} name @param {number} start @param {number} size */
  hidden(name, start, size) {
    this.draft.find("hidden-bytes", name, start, size);
  }

  /** Note what an extension says that is left out. @param {Part} part */
  dropped(part) {
    const isRead = this.budget.take(part.size);
    /** @param {string} code @param {string} name @param {Record<string, string>} [values] */
    const find = (code, name, values) => this.draft.find(code, name, part.start, part.size, values);
    if (part.label === APPLICATION) this.application(part, isRead, find);
    else if (part.label === COMMENT) find("comment", "comment", { value: isRead ? this.text(part) : "" });
    else if (part.label === PLAIN_TEXT) {
      find("description", "plain text", { value: isRead ? this.text(part, 1) : "" });
    } else if (part.label === CONTROL) this.hidden("graphic control", part.start, part.size);
    else find("unknown-part", "extension", { fourcc: hex(Uint8Array.of(part.label)).toUpperCase() });
  }

  /**
   * The text in the sub-blocks behind the first `skipped` ones.
   * @param {Part} part @param {number} [skipped]
   * @returns {string}
   */
  text(part, skipped = 0) {
    return readText(joined(this.raw(part), skipped));
  }

  /** @param {Part} part @returns {Uint8Array} */
  raw(part) {
    return this.source.window(part.blocks, part.end - part.blocks);
  }

  /**
   * @param {Part} part @param {boolean} isRead
   * @param {(code: string, name: string, values?: Record<string, string>) => void} find
   */
  application(part, isRead, find) {
    const name = this.source.window(part.blocks, 1 + NAME_BYTES).subarray(1);
    const key = latin1(name);
    const shown = readText(name);
    const found = isRead ? this.read(part, key, shown) : [];
    if (found.length) this.draft.addAll(found);
    else if (KINDS.has(key)) find(/** @type {string} */ (KINDS.get(key)), shown);
    else find("vendor-data", shown, { fourcc: shown });
  }

  /**
   * Findings from the blocks that have a reader; empty for the others.
   * @param {Part} part @param {string} key @param {string} shown
   * @returns {Finding[]}
   */
  read(part, key, shown) {
    if (key === XMP_NAME) return reportXmp(packet(this.raw(part)), "XMP", part.start);
    const reader = READERS.get(key);
    return reader ? reader(joined(this.raw(part), 1), shown, part.start) : [];
  }
}

/** @param {Uint8Array} raw */
function joined(raw, skipped = 0) {
  return concat([...splitBlocks(raw)].slice(skipped));
}

/**
 * The XMP packet behind the name: as it is with a trailer, or, as some write it, in sub-blocks.
 * @param {Uint8Array} raw
 */
function packet(raw) {
  const rest = raw.subarray(1 + NAME_BYTES);
  if (!XMP_STARTS.some((start) => startsWith(rest, start))) return joined(rest);
  return endsWith(rest, XMP_TRAILER) ? rest.subarray(0, -XMP_TRAILER.length) : rest;
}
