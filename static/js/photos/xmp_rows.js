/**
 * Every property of the XMP packets in a file, as rows for the table of all tags.
 *
 * It looks for packets wherever they are, and for tags in them; it is no XML parser, so nothing can expand. What a
 * packet gives away is found by `metadata/xmp.js` and never here.
 */

import { ascii, indexOf } from "./bytes.js";
import { unescaped } from "./metadata/entities.js";

const START = ascii("<rdf:RDF");
const END = ascii("</rdf:RDF");
const PACKET_MAX_BYTES = 256 * 1024;
const TAG_AND_TEXT = /<([^<>]*)>([^<]*)/g;
const NAME = /^\/?[A-Za-z][\w.-]{0,63}:[\w.-]{1,64}/;
const ATTRIBUTE = /([A-Za-z][\w.-]{0,63}:[\w.-]{1,64})\s{0,8}=\s{0,8}(?:"([^"]*)"|'([^']*)')/g;
// What says how the packet is written, and nothing of the picture.
const OF_THE_FORM = /^(rdf|xml|xmlns|x):/;

/**
 * Names and values, those of one name together.
 * @param {Uint8Array} bytes of the file
 * @returns {[string, string][]}
 */
export function xmpRows(bytes) {
  /** @type {Map<string, Set<string>>} */
  const values = new Map();
  for (const packet of packets(bytes)) {
    for (const [name, value] of properties(packet)) values.set(name, (values.get(name) ?? new Set()).add(value));
  }
  return [...values].map(([name, texts]) => [name, [...texts].join("; ")]);
}

/** @param {Uint8Array} bytes */
function* packets(bytes) {
  let at = indexOf(bytes, START);
  while (at >= 0) {
    const end = indexOf(bytes, END, at, Math.min(at + PACKET_MAX_BYTES, bytes.length));
    if (end >= 0) yield new TextDecoder().decode(bytes.subarray(at, end));
    at = indexOf(bytes, START, end < 0 ? at + START.length : end);
  }
}

/** @param {string} packet */
function* properties(packet) {
  let open = "";
  for (const [, tag, text] of packet.matchAll(TAG_AND_TEXT)) {
    const name = NAME.exec(tag)?.[0] ?? "";
    if (name && !OF_THE_FORM.test(name.replace("/", ""))) open = name.startsWith("/") ? "" : name;
    for (const [, attribute, double, single] of tag.matchAll(ATTRIBUTE)) {
      if (!OF_THE_FORM.test(attribute)) yield [attribute, unescaped(double ?? single)];
    }
    if (open && text.trim()) yield [open, unescaped(text.trim())];
  }
}
