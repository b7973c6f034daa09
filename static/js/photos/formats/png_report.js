/**
 * What the chunks that are left out of a PNG give away. Nothing here decides what is kept.
 *
 * Source: PNG specification (third edition) section 11.3.
 */

import { Stumble, ascii, startsWith, toNumber, zeros } from "../bytes.js";
import { Extents } from "../extents.js";
import { makeFinding } from "../findings.js";
import { inflate as inflateStream } from "../inflate.js";
import { TEXT_INFLATE_MAX_BYTES } from "../limits.js";
import { readHeader } from "../metadata/exif.js";
import { reportExif } from "../metadata/exif_report.js";
import { reportIptc, reportResources } from "../metadata/iptc.js";
import { readableTime } from "../metadata/moments.js";
import { isPrompt } from "../metadata/prompts.js";
import { reportHistory } from "../metadata/provenance.js";
import { readText } from "../metadata/text.js";
import { reportXmp } from "../metadata/xmp.js";
import { ReadingBudget } from "../reading.js";
import { reportTail } from "./tail.js";

/**
 * @import { Finding } from "../findings.js"
 * @import { Draft } from "../plan.js"
 * @import { Source } from "../source.js"
 * @import { Chunk } from "./chunks.js"
 */

const EXIF_MARK = ascii("Exif\0\0");
const HEAD_BYTES = 8;

const KEYWORDS = new Map();
for (const [code, value, ...keywords] of [
  ["ai-prompt", "value", "parameters", "prompt", "negative_prompt", "workflow", "dream", "sd-metadata"],
  ["ai-prompt", "value", "invokeai_metadata", "invokeai_graph", "generation_data"],
  ["software", "value", "software", "xmp:creatortool"],
  ["person", "values", "author", "artist", "copyright"],
  ["device", "make", "make"],
  ["device", "model", "model", "source"],
  ["contact", "values", "email"],
  ["description", "value", "disclaimer", "warning", "imagedescription", "title", "description"],
  ["time", "value", "datetime", "datetimeoriginal", "datetimedigitized", "date:timestamp", "creation time"],
  ["time", "value", "date:create", "date:modify"],
  ["comment", "value", "usercomment", "comment"],
  ["serial", "values", "bodyserialnumber"],
  ["web-link", "values", "url"],
]) {
  for (const keyword of keywords) KEYWORDS.set(keyword, [code, value]);
}
// ImageMagick repeats what other blocks said, one setting a chunk.
const REPEATED = /^(exif:|tiff:)/;
const SETTINGS = /^(exif|icc|png|tiff|photoshop):/;
const KINDS = new Map([
  ["prVW", "extra-picture"],
  ["mkBT", "original-picture"],
  ["mkTS", "original-picture"],
]);

/** Notes findings about chunks. */
export class ChunkReport {
  /** @param {Source} source @param {Draft} draft */
  constructor(source, draft) {
    this.source = source;
    this.draft = draft;
    this.budget = new ReadingBudget();
  }

  /** Note a chunk that no decoder uses, or one that the end of the file cuts. @param {Chunk} chunk */
  hidden(chunk) {
    this.find("hidden-bytes", chunk);
  }

  /** Note a frame of an animation that nothing plays. @param {Chunk} chunk */
  unusedFrame(chunk) {
    this.find("extra-picture", chunk);
  }

  /** Note what follows the end of the picture. @param {number} start */
  leftover(start) {
    reportTail(this.draft, start);
  }

  /** Note what an EXIF chunk says. @param {Chunk} chunk @param {Uint8Array} content */
  exif(chunk, content) {
    const block = exifBlock(content);
    const extents = Extents.at(chunk.start + HEAD_BYTES + content.length - block.length, block.length);
    this.draft.addAll(reportExif(block, "Exif", chunk.start, extents));
  }

  /** Note what a chunk says that is left out. @param {Chunk} chunk */
  dropped(chunk) {
    if (!this.budget.take(chunk.length)) this.unnamed(chunk);
    else if (["tEXt", "zTXt", "iTXt"].includes(chunk.kind)) this.text(chunk);
    else if (chunk.kind === "eXIf") this.exif(chunk, chunk.read(this.source));
    else if (chunk.kind === "tIME") this.time(chunk);
    else if (chunk.kind === "caBX") this.history(chunk);
    else this.unnamed(chunk);
  }

  /** @param {string} code @param {Chunk} chunk @param {Record<string, string>} [values] */
  find(code, chunk, values = {}) {
    this.draft.find(code, nameOf(chunk), chunk.start, chunk.size, values);
  }

  /** @param {Chunk} chunk */
  text(chunk) {
    const raw = chunk.read(this.source);
    const content = textContent(chunk.kind, behindZero(raw));
    const end = raw.indexOf(0);
    const name = readText(end < 0 ? raw : raw.subarray(0, end));
    this.draft.addAll(this.textFindings(chunk, name, content));
  }

  /** @param {Chunk} chunk @param {string} name @param {Uint8Array} content @returns {Finding[]} */
  textFindings(chunk, name, content) {
    if (name === "XML:com.adobe.xmp") return reportXmp(content, "XMP", chunk.start);
    if (name.startsWith("Raw profile type ")) return rawProfile(name, content, chunk.start);
    const keyword = name.toLowerCase().replace(REPEATED, "");
    const [code, value] = KEYWORDS.get(keyword) ?? ["comment", "value"];
    const said = code === "time" ? readableTime(readText(content)) : readText(content);
    const place = { part: nameOf(chunk), offset: chunk.start };
    /** @param {string} shown @param {Record<string, string>} values */
    const made = (shown, values) => [makeFinding(shown, place, chunk.size, values)];
    if (isPrompt(said)) return made("ai-prompt", { value: said });
    if (KEYWORDS.has(keyword)) return made(code, { [value]: said });
    if (SETTINGS.test(name.toLowerCase())) {
      return made("vendor-data", { fourcc: `${nameOf(chunk)} ${name.split(":")[0]}` });
    }
    return made(code, { [value]: `${name}: ${said}` });
  }

  /** @param {Chunk} chunk */
  history(chunk) {
    const block = chunk.read(this.source);
    const extents = Extents.at(chunk.start + HEAD_BYTES, block.length);
    this.draft.addAll(reportHistory(block, "caBX", chunk.start, extents, true));
  }

  /** @param {Chunk} chunk */
  time(chunk) {
    const raw = chunk.read(this.source);
    if (raw.length === 7) {
      const [month, day, hour, minute, second] = Array.from(raw.subarray(2), (one) => padded(one, 2));
      const date = `${padded(toNumber(raw.subarray(0, 2)), 4)}-${month}-${day}`;
      this.find("time", chunk, { value: `${date} ${hour}:${minute}:${second} UTC` });
    } else {
      this.unnamed(chunk);
    }
  }

  /** @param {Chunk} chunk */
  unnamed(chunk) {
    const code = chunk.kind === "iCCP" ? "colour-profile" : (KINDS.get(chunk.kind) ?? "unknown-part");
    this.find(code, chunk, code === "unknown-part" ? { fourcc: nameOf(chunk) } : {});
  }
}

/** @param {number} value @param {number} width */
function padded(value, width) {
  return String(value).padStart(width, "0");
}

/**
 * An EXIF block without the mark that belongs into JPEG and that some writers copy.
 * @param {Uint8Array} content
 * @returns {Uint8Array}
 */
export function exifBlock(content) {
  return startsWith(content, EXIF_MARK) ? content.subarray(EXIF_MARK.length) : content;
}

/**
 * The block that starts with its TIFF header: four bytes say how far away it is, not always rightly.
 * @param {Uint8Array} content
 * @returns {Uint8Array}
 */
export function distantExifBlock(content) {
  const behind = content.subarray(4);
  const told = behind.subarray(toNumber(content.subarray(0, 4)));
  return [told, behind, content].map(exifBlock).find((block) => readHeader(block)) ?? told;
}

/**
 * What a zlib stream holds; empty when it is broken, unfinished or larger than `maxBytes`.
 * @param {Uint8Array} content @param {number} maxBytes
 * @returns {Uint8Array}
 */
export function inflate(content, maxBytes) {
  const inflated = tryToInflate(content, maxBytes);
  return inflated?.isFinished ? inflated.output : zeros(0);
}

/** As much of a zlib stream as is needed to show it. @param {Uint8Array} content */
function startOf(content) {
  return tryToInflate(content, TEXT_INFLATE_MAX_BYTES)?.output ?? zeros(0);
}

/** @param {Uint8Array} content @param {number} maxBytes */
function tryToInflate(content, maxBytes) {
  try {
    return inflateStream(content, maxBytes);
  } catch (error) {
    if (error instanceof Stumble) return null;
    throw error;
  }
}

/** What follows the first zero; empty when there is none. @param {Uint8Array} content */
function behindZero(content) {
  const end = content.indexOf(0);
  return end < 0 ? zeros(0) : content.subarray(end + 1);
}

/**
 * The text of a chunk after its keyword and the zero behind that.
 * @param {string} kind @param {Uint8Array} rest
 */
function textContent(kind, rest) {
  if (kind === "tEXt") return rest;
  if (kind === "zTXt") return startOf(rest.subarray(1));
  // iTXt: compression flag and method, language and translated keyword, each ended by a zero.
  const text = behindZero(behindZero(rest.subarray(2)));
  return rest[0] === 1 ? startOf(text) : text;
}

/**
 * ImageMagick's way: a name, a length and then the block as hexadecimal text.
 * @param {string} name @param {Uint8Array} content @param {number} offset
 */
function rawProfile(name, content, offset) {
  const block = hexadecimal(content);
  const kind = name.slice(name.lastIndexOf(" ") + 1);
  if (kind === "exif" || kind === "APP1") return reportExif(exifBlock(block), "raw profile", offset);
  if (kind === "xmp") return reportXmp(block, "raw profile", offset);
  const reader = startsWith(block, ascii("8BIM")) ? reportResources : reportIptc;
  const found = reader(block, "raw profile", offset);
  return found.length ? found : reportResources(block, "raw profile", offset);
}

/** The bytes that stand as hexadecimal digits behind two words. @param {Uint8Array} content */
function hexadecimal(content) {
  /** @param {number} byte */
  const isSpace = (byte) => byte === 32 || (byte >= 9 && byte <= 13);
  let at = 0;
  for (let word = 0; word < 2; word++) {
    while (isSpace(content[at])) at += 1;
    while (at < content.length && !isSpace(content[at])) at += 1;
  }
  const block = zeros((content.length - at) >> 1);
  let digits = 0;
  for (; at < content.length; at += 1) {
    if (isSpace(content[at])) continue;
    const digit = "0123456789abcdef".indexOf(String.fromCharCode(content[at]).toLowerCase());
    // Some writers leave rubbish behind the last digit.
    if (digit < 0) break;
    block[digits >> 1] |= digits % 2 ? digit : digit << 4;
    digits += 1;
  }
  return block.subarray(0, digits >> 1);
}

/** @param {Chunk} chunk */
function nameOf(chunk) {
  return chunk.kind || "end";
}
