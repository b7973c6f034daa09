/**
 * Which tracks are subtitles that may stay when somebody asks for it.
 * They do not stay by themselves: drones of DJI write as subtitles where they fly, second by second. A track
 * in which that is seen goes all the same. What else the subtitles say is not judged.
 * Source: design document metadata.md, sections 3.3 and 10; ISO/IEC 14496-12 sections 8.4.3 and 12.6.
 */

import { Stumble, latin1 } from "../bytes.js";
import { CleanError } from "../errors.js";
import { chunkSpans } from "./sample_tables.js";

/**
 * @import { Node } from "./box_tree.js"
 * @import { BoxReader } from "./boxes.js"
 * @import { Budget } from "./sample_tables.js"
 */

export const SUBTITLE_HANDLERS = new Set(["sbtl", "subt", "clcp", "text"]);
export const SUBTITLE_ENTRIES = new Set(["tx3g", "wvtt", "stpp", "c608", "c708", "text", "mp4s"]);
// A place in the subtitles of a drone, or among the keys of timed metadata.
export const PLACE = /GPS|[Ll]atitude|[Ll]ongitude|location\.ISO6709|\$G[PN](?:RMC|GGA)/;

const CHUNKS = 64;
const CHUNK_BYTES = 4096;

/**
 * True for a `trak` of which every description is of a known kind of subtitles, and no place is seen.
 * @param {Node} track @param {BoxReader} reader @param {Budget} budget
 * @returns {boolean}
 */
export function areSubtitles(track, reader, budget) {
  const table = track.find("mdia", "minf", "stbl");
  const stsd = table?.find("stsd");
  if (!table || !stsd) return false;
  try {
    const kinds = [...reader.children(stsd.box, 8)].map((entry) => entry.kind);
    const areKnown = kinds.length > 0 && kinds.every((kind) => SUBTITLE_ENTRIES.has(kind));
    return areKnown && !tellsAPlace(table, reader, budget);
  } catch (error) {
    // The kept tracks are read again, strictly; here a broken one is only none that may stay.
    if (error instanceof CleanError || error instanceof Stumble) return false;
    throw error;
  }
}

/** @param {Node} table @param {BoxReader} reader @param {Budget} budget */
function tellsAPlace(table, reader, budget) {
  let count = 0;
  for (const [start, end] of chunkSpans(reader.source, table, [], budget)) {
    if (count === CHUNKS) return false;
    count += 1;
    if (PLACE.test(latin1(reader.source.window(start, Math.min(end - start, CHUNK_BYTES))))) return true;
  }
  return false;
}
