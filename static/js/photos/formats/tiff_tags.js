/**
 * The tags of a TIFF that stay, and how many values of which type each of them may have.
 * What stands behind the last value that a reader uses is not kept.
 * Source: design document metadata.md, section 8; TIFF 6.0 appendix A; TIFF Technical Note 2 (JPEG);
 * RFC 2301 section 8 (StripRowCounts); libtiff's own tags 32995 to 32998.
 */

export const NEW_SUBFILE_TYPE = 254;
export const SUBFILE_TYPE = 255;
export const WIDTH = 256;
export const LENGTH = 257;
export const BITS = 258;
export const COMPRESSION = 259;
export const PHOTOMETRIC = 262;
export const STRIP_OFFSETS = 273;
export const ORIENTATION = 274;
export const SAMPLES = 277;
export const ROWS_PER_STRIP = 278;
export const STRIP_BYTES = 279;
export const X_RESOLUTION = 282;
const Y_RESOLUTION = 283;
export const PLANAR = 284;
const COLOUR_MAP = 320;
export const TILE_WIDTH = 322;
export const TILE_LENGTH = 323;
export const TILE_OFFSETS = 324;
export const TILE_BYTES = 325;
export const EXTRA_SAMPLES = 338;
export const JPEG_TABLES = 347;
export const INTERCHANGE = 513;
export const INTERCHANGE_BYTES = 514;
export const QUANTISATION_TABLES = 519;
export const DC_TABLES = 520;
export const AC_TABLES = 521;
export const SUBSAMPLING = 530;
export const STRIP_ROW_COUNTS = 559;
export const IMAGE_DEPTH = 32997;
export const TILE_DEPTH = 32998;
export const PROFILE = 34675;
/** Tags that stand only in camera raw files: SubIFDs, CFAPattern, DNGVersion. */
export const RAW_TAGS = new Set([330, 33421, 50706]);

const WHOLE = [1, 3, 4];
const REAL = [3, 4, 5, 11, 12];
const ANY_NUMBER = [1, 3, 4, 5, 6, 8, 9, 10, 11, 12];
const LARGEST_CURVE_BITS = 16;

/** What of a page decides how many values its tags have; `parts` are strips or tiles. */
export class Shape {
  /** @param {number} samples @param {number} bits @param {number} parts @param {boolean} isPalette */
  constructor(samples, bits, parts, isPalette) {
    this.samples = samples;
    this.parts = parts;
    this.isPalette = isPalette;
    // How many values one sample can have, as far as there are curves for it.
    this.levels = bits <= LARGEST_CURVE_BITS ? 1 << bits : 0;
  }
}

/** The most values that a tag may have. @typedef {(shape: Shape) => number} Most */

/** @param {number} count @returns {Most} */
const upTo = (count) => () => count;
/** @param {Shape} shape */
const perSample = (shape) => shape.samples;
const SINGLE = [
  ...[254, 255, 256, 257, 259, 262, 263, 264, 265, 266, 274, 277, 278, 284, 290, 292, 293, 296],
  ...[317, 322, 323, 332, 334, 512, 513, 514, 515, 531, 32995, 32997, 32998],
];

/**
 * By tag: the types that it may have, and the most values of a Shape.
 * @type {Map<number, {kinds: number[], most: Most}>}
 */
export const RULES = new Map(
  /** @type {[number[], number[], Most][]} */ ([
    [SINGLE, WHOLE, upTo(1)],
    [[297, 321, 530], WHOLE, upTo(2)],
    [[258, 280, 281, 338, 339, 517, 518, 32996], WHOLE, perSample],
    [[340, 341], ANY_NUMBER, perSample],
    [[X_RESOLUTION, Y_RESOLUTION], REAL, upTo(1)],
    [[519, 520, 521], [4], perSample],
    [[273, 279, 324, 325, 559], [3, 4], (shape) => shape.parts],
    [[291], [3], (shape) => shape.levels],
    [[301], [3], (shape) => 3 * shape.levels],
    [[318], REAL, upTo(2)],
    [[319], REAL, upTo(6)],
    [[COLOUR_MAP], [3], (shape) => (shape.isPalette ? 3 * shape.levels : 0)],
    [[336], [1, 3], (shape) => 2 * shape.samples],
    [[342], [3], upTo(6)],
    [[529], REAL, upTo(3)],
    [[532], REAL, upTo(6)],
    [[JPEG_TABLES, PROFILE], [1, 7], upTo(0)],
  ]).flatMap(([tags, kinds, most]) => tags.map((tag) => [tag, { kinds, most }])),
);
// These can go when they are not in order, and the picture looks the same.
const SPARE = [
  ...[254, 255, 263, 264, 265, ORIENTATION, 280, 281, X_RESOLUTION, Y_RESOLUTION, 290, 291, 296, 297, 301],
  ...[318, 319, 321, 332, 334, 336, 340, 341, 342, PROFILE],
];
export const ESSENTIAL = new Set([...RULES.keys()].filter((tag) => !SPARE.includes(tag)));
export const OLD_JPEG_TAGS = new Set([512, 513, 514, 515, 516, 517, 518, 519, 520, 521]);
