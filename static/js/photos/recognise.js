/** Which format a file is, by its first bytes. Source: design document metadata.md, section 2. */

import { latin1, toNumber } from "./bytes.js";
import { CleanError } from "./errors.js";

/** @import { Source } from "./source.js" */

const HEAD_BYTES = 1024;

/** The formats that have a name here; the value is their key in `words`. */
export const Format = Object.freeze({
  JPEG: "jpeg",
  PNG: "png",
  WEBP: "webp",
  GIF: "gif",
  TIFF: "tiff",
  HEIC: "heic",
  AVIF: "avif",
  HEIF: "heif",
  MP4: "mp4",
  M4V: "m4v",
  QUICKTIME: "quicktime",
  MOBILE: "3gp",
  MOBILE_2: "3g2",
  JPEG_XL: "jpeg-xl",
  BMP: "bmp",
  OTHER_VIDEO: "other-video",
  RAW: "raw",
  PDF: "pdf",
  SVG: "svg",
  OFFICE: "office",
});

/** @type {Record<string, string>} */
export const EXTENSIONS = {
  [Format.JPEG]: "jpg",
  [Format.PNG]: "png",
  [Format.WEBP]: "webp",
  [Format.GIF]: "gif",
  [Format.TIFF]: "tif",
  [Format.HEIC]: "heic",
  [Format.AVIF]: "avif",
  [Format.HEIF]: "heif",
  [Format.MP4]: "mp4",
  [Format.M4V]: "m4v",
  [Format.QUICKTIME]: "mov",
  [Format.MOBILE]: "3gp",
  [Format.MOBILE_2]: "3g2",
  [Format.JPEG_XL]: "jxl",
  [Format.BMP]: "bmp",
};
/** @type {Set<string>} */
export const VIDEOS = new Set([Format.MP4, Format.M4V, Format.QUICKTIME, Format.MOBILE, Format.MOBILE_2]);

const MARKS = [
  ["\xff\xd8\xff", Format.JPEG],
  ["\x89PNG\r\n\x1a\n", Format.PNG],
  ["GIF87a", Format.GIF],
  ["GIF89a", Format.GIF],
  ["\0\0\0\x0cJXL \r\n\x87\n", Format.JPEG_XL],
  ["\xff\x0a", Format.JPEG_XL],
  ["IIU\0", Format.RAW],
  ["IIRO", Format.RAW],
  ["IIRS", Format.RAW],
  ["MMOR", Format.RAW],
  ["FUJIFILMCCD-RAW", Format.RAW],
  ["FOVb", Format.RAW],
  ["\x1aE\xdf\xa3", Format.OTHER_VIDEO],
  ["%PDF-", Format.PDF],
  ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format.OFFICE],
];
const TIFF_MARKS = ["II*\0", "MM\0*", "II+\0", "MM\0+"];
const MOVIE_BOXES = ["ftyp", "moov", "mdat", "wide", "free", "skip", "pnot"];
// What a brand says the file is; of the compatible brands the first that is listed here counts.
/** @type {Map<string, string>} */
const BRANDS = new Map(/** @type {[string, string][]} */ ([
  ...["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs"].map((brand) => [brand, Format.HEIC]),
  ...["avif", "avis"].map((brand) => [brand, Format.AVIF]),
  ...["mif1", "mif2", "msf1", "miaf"].map((brand) => [brand, Format.HEIF]),
  ["qt  ", Format.QUICKTIME],
  ...["M4V ", "M4VH", "M4VP"].map((brand) => [brand, Format.M4V]),
]));
const MOBILE = new Map([
  ["3gp", Format.MOBILE],
  ["3g2", Format.MOBILE_2],
  ["3gr", Format.MOBILE],
  ["3gs", Format.MOBILE],
]);
/** @type {(string | undefined)[]} */
const STILLS = [Format.HEIC, Format.AVIF, Format.HEIF];
const BMP_HEADER_SIZES = [12, 16, 40, 52, 56, 64, 108, 124];
// DNGVersion, SubIFDs and CFAPattern stand only in camera raw files.
const RAW_TAGS = [50706, 330, 33421];
const MARKUP = /^(?:\xef\xbb\xbf)?[ \t-\r]*</;
const SVG_ELEMENT = /<(?:svg|svg:svg)[ \t-\r>]/;

/**
 * The format of a file. Throws: CleanError empty or not-recognised.
 * @param {Source} source
 * @returns {string}
 */
export function recognise(source) {
  if (source.size === 0) throw new CleanError("empty");
  const start = source.window(0, HEAD_BYTES);
  const head = latin1(start);
  for (const [mark, format] of MARKS) if (head.startsWith(mark)) return format;
  for (const look of LOOKS) {
    const found = look(head, start, source);
    if (found) return found;
  }
  throw new CleanError("not-recognised");
}

/** @param {string} head */
function riff(head) {
  if (head.slice(0, 4) !== "RIFF") return null;
  return { "WEBP": Format.WEBP, "AVI ": Format.OTHER_VIDEO }[head.slice(8, 12)] ?? null;
}

/** @param {string} head @param {Uint8Array} start @param {Source} source */
function tiff(head, start, source) {
  if (!TIFF_MARKS.some((mark) => head.startsWith(mark))) return null;
  const isRaw = head.slice(8, 10) === "CR" || firstTags(start, source).some((tag) => RAW_TAGS.includes(tag));
  return isRaw ? Format.RAW : Format.TIFF;
}

/**
 * Tag numbers of the first directory, as far as they are in the file.
 * @param {Uint8Array} start @param {Source} source
 */
function firstTags(start, source) {
  const order = start[0] === 0x49 ? "little" : "big";
  const offset = toNumber(start.subarray(4, 8), order);
  const count = toNumber(source.window(offset, 2), order);
  const entries = source.window(offset + 2, 12 * count);
  const tags = [];
  for (let at = 0; at < entries.length; at += 12) tags.push(toNumber(entries.subarray(at, at + 2), order));
  return tags;
}

/** @param {string} head @param {Uint8Array} start */
function boxes(head, start) {
  const kind = head.slice(4, 8);
  if (!MOVIE_BOXES.includes(kind)) return null;
  if (kind !== "ftyp") return Format.QUICKTIME;
  const brands = [head.slice(8, 12)];
  const end = Math.min(toNumber(start.subarray(0, 4)), 128);
  for (let at = 16; at < end; at += 4) brands.push(head.slice(at, at + 4));
  return brands[0] === "crx " ? Format.RAW : byBrands(brands);
}

/**
 * The format by the major brand, else by the first compatible brand of a still picture.
 * @param {string[]} brands
 */
function byBrands(brands) {
  const major = BRANDS.get(brands[0]) ?? MOBILE.get(brands[0].slice(0, 3));
  if (major && major !== Format.HEIF) return major;
  const stills = brands.slice(1).map((brand) => BRANDS.get(brand)).filter((found) => STILLS.includes(found));
  return stills.find((found) => found !== Format.HEIF) ?? stills[0] ?? major ?? Format.MP4;
}

/** @param {string} head @param {Uint8Array} start */
function bmp(head, start) {
  // Two letters are too little to go by: the size of the second header is checked as well.
  const size = toNumber(start.subarray(14, 18), "little");
  return head.startsWith("BM") && BMP_HEADER_SIZES.includes(size) ? Format.BMP : null;
}

/** @param {string} head */
const text = (head) => (MARKUP.test(head) && SVG_ELEMENT.test(head) ? Format.SVG : null);

/** @param {string} head */
function office(head) {
  const names = ["[Content_Types].xml", "mimetypeapplication/vnd.oasis"];
  return head.startsWith("PK\x03\x04") && names.some((name) => head.includes(name)) ? Format.OFFICE : null;
}

const LOOKS = [riff, tiff, boxes, bmp, text, office];
