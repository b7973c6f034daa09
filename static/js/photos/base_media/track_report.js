/**
 * What a track that is left out of a movie was for: where the camera moved, a clock, subtitles, chapters.
 * Source: design document metadata.md, sections 10 and 12; formats of GoPro (gpmd), Google (camm), Sony
 * (rtmd), Apple (mebx) and DJI (subtitles), as they are known in public.
 */

import { ascii, latin1, startsWith } from "../bytes.js";
import { CleanError } from "../errors.js";
import { makeFinding, showing, strip } from "../findings.js";
import { readText } from "../metadata/text.js";
import { number } from "./box_sizes.js";
import { PLACE } from "./subtitles.js";

/**
 * @import { Finding } from "../findings.js"
 * @import { Node } from "./box_tree.js"
 * @import { BoxReader } from "./boxes.js"
 * @import { MediaRanges } from "./media_ranges.js"
 * @import { Track } from "./tracks.js"
 */

const TELEMETRY = new Set(["gpmd", "camm", "rtmd", "gps ", "djmd", "dbgi", "priv", "CTMD"]);
const TEXT_HANDLERS = ["text", "sbtl", "subt", "subp", "clcp"];
const PICTURE_HANDLERS = ["vide", "pict"];
const WINDOW_BYTES = 4096;
const LIVE_PHOTO = /still-image-time|live-photo-info/;
const JPEG_MARK = ascii("\xff\xd8\xff");
const NOTHING = new Uint8Array(0);

/**
 * The finding for a track that goes, with the size of its samples, which are in `spans`.
 * @param {Track} track @param {MediaRanges} spans @param {BoxReader} reader
 * @returns {Finding}
 */
export function reportTrack(track, spans, reader) {
  const described = latin1(description(track.node, reader));
  const place = { part: `trak ${strip(track.handler)}`, offset: track.node.box.start };
  const size = track.node.box.size + spans.totalBytes;
  const first = spans.first();
  const length = first ? first[1] - first[0] : 0;
  const sample = first ? reader.source.window(first[0], Math.min(length, WINDOW_BYTES)) : NOTHING;
  const [code, values] = meaning(track, described, sample);
  const found = makeFinding(code, place, size, values);
  const isJpeg = first && code === "thumbnail" && startsWith(sample, JPEG_MARK);
  return isJpeg ? showing(found, "image/jpeg", [first[0], length]) : found;
}

/**
 * Code and values for a track.
 * @param {Track} track @param {string} described @param {Uint8Array} sample
 * @returns {[string, Record<string, string>]}
 */
function meaning(track, described, sample) {
  const kind = described.slice(4, 8);
  if (track.handler === "tmcd") return ["time", {}];
  if (PICTURE_HANDLERS.includes(track.handler)) return ["thumbnail", {}];
  if (track.handler === "auxv") return ["depth-layer", {}];
  const tellsAPlace = TELEMETRY.has(kind) || PLACE.test(described) || PLACE.test(latin1(sample));
  if (tellsAPlace) return ["location-track", {}];
  if (LIVE_PHOTO.test(described)) return ["live-link", {}];
  if (TEXT_HANDLERS.includes(track.handler)) return ["caption", { value: firstText(sample) }];
  return ["vendor-data", { fourcc: strip(kind || track.handler) }];
}

/**
 * The first sample description, size and type included; empty when there is none.
 * @param {Node} node @param {BoxReader} reader
 */
function description(node, reader) {
  const stsd = node.find("mdia", "minf", "stbl", "stsd");
  if (!stsd || stsd.box.contentBytes < 16) return NOTHING;
  try {
    return reader.source.read(stsd.box.content + 8, Math.min(stsd.box.contentBytes - 8, WINDOW_BYTES));
  } catch (error) {
    if (error instanceof CleanError) return NOTHING;
    throw error;
  }
}

/** Subtitles of QuickTime and 3GPP: a length of two bytes, and the text. @param {Uint8Array} sample */
function firstText(sample) {
  const length = number(sample, 0, 2);
  return length > 0 && length <= sample.length - 2 ? readText(sample.subarray(2, 2 + length)) : "";
}
