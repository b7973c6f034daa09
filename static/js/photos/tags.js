/**
 * The table of all tags of a file, for who wants to see them all. Its rows are text for people.
 *
 * The findings come from our own readers and never from here. ExifReader follows what a file says, so this runs
 * in a worker of its own, which is ended when it takes too long. `safety/photos/tags.py` does the same with
 * ExifRead, whose names of tags differ.
 */

import { loadView } from "../../vendor/exifreader/exifreader.js";
import { printable } from "./findings.js";
import { MAX_TAG_ROWS } from "./limits.js";
import { xmpRows } from "./xmp_rows.js";

/** @typedef {{group: string, name: string, value: string}} Tag */

// What ExifReader's groups are called; others hold what it has computed or says twice.
const GROUPS = new Map(Object.entries({
  exif: "EXIF",
  makerNotes: "MakerNote",
  Thumbnail: "Thumbnail",
  iptc: "IPTC",
  png: "PNG",
  photoshop: "Photoshop",
  mpf: "MPF",
  icc: "ICC",
  jfif: "JFIF",
  riff: "WebP",
  gif: "GIF",
  file: "File",
}));
const UNKNOWN = /^undefined-([0-9]+)$/;
const RAW_CHARACTERS = 2_000;
// Its reader of XMP needs a document, which a worker has not.
const OPTIONS = { expanded: true, async: true, includeUnknown: true, excludeTags: { xmp: true } };

/**
 * At most 500 rows; those of XMP last. None, when there is nothing that can be read.
 * @param {Uint8Array} bytes of the file, or of a part of it
 * @returns {Promise<Tag[]>}
 */
export async function tagRows(bytes) {
  const rows = [...(await readerRows(bytes)), ...xmpRows(bytes).map(([name, value]) => ["XMP", name, value])];
  return rows
    .map(([group, name, value]) => ({ group, name: printable(name), value: printable(value) }))
    .filter(({ value }) => value)
    .slice(0, MAX_TAG_ROWS);
}

/** @param {Uint8Array} bytes */
async function readerRows(bytes) {
  let groups;
  try {
    groups = await loadView(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), OPTIONS);
  } catch {
    // It throws the same for a broken file, and for one that it finds nothing in.
    return [];
  }
  return [...GROUPS].flatMap(([key, group]) => groupRows(group, groups[key] ?? {}));
}

/** @param {string} group @param {Record<string, any>} tags */
function groupRows(group, tags) {
  return Object.entries(tags)
    // The type of the file is told for broken files too.
    .filter(([name, tag]) => tag?.description !== undefined && name !== "FileType")
    .map(([name, tag]) => [groupOf(group, name), nameOf(name), String(tag.description).slice(0, RAW_CHARACTERS)]);
}

/** @param {string} group @param {string} name */
const groupOf = (group, name) => (group === "EXIF" && name.startsWith("GPS") ? "GPS" : group);

/** A tag without a name has the number that people look for, as in 0x9a00. @param {string} name */
function nameOf(name) {
  const number = UNKNOWN.exec(name)?.[1];
  return number ? `0x${Number(number).toString(16).padStart(4, "0")}` : name;
}
