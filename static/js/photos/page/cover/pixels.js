/**
 * The new picture, made of pixels alone: decoded, painted over, and encoded anew. What a file has beside its
 * pixels (tags, thumbnail, hidden video) never reaches it, and what lies under a box is gone before the encoder
 * sees it.
 */

import { fitted, limited } from "./sizes.js";
import { grown, scaled, whole, within } from "./boxes.js";

/** @typedef {import("./boxes.js").Box} Box */
/** @typedef {import("./boxes.js").Size} Size */
/** @typedef {import("./drawing.js").Drawing} Drawing */
/** What can be drawn, and its size as shown. @typedef {{pixels: CanvasImageSource, size: Size}} Decoded */
/**
 * A painted picture: its boxes in its own pixels, and the part of the decoded picture that it shows.
 * @typedef {{canvas: HTMLCanvasElement, boxes: Box[], crop: Box, isReduced: boolean}} Painted
 */

const SOLID = "#000";
const JPEG_QUALITY = 0.92;
// Where a picture is made smaller while it is drawn, pixels mix with their neighbours as far as this.
const MIXED_PIXELS = 4;
const SMALL = 64;

/**
 * Decodes a picture, turned as its file says. Everything that is shown or made is decoded here, so a box lies on
 * the same pixels in both. Throws when the browser cannot decode it.
 * @param {Blob} blob
 * @returns {Promise<Decoded>}
 */
export async function decode(blob) {
  try {
    const pixels = await createImageBitmap(blob, { imageOrientation: "from-image" });
    return { pixels, size: { width: pixels.width, height: pixels.height } };
  } catch {
    // Older browsers do not know that word, or do not turn; they all turn what they show as an image.
    return decodeShown(blob);
  }
}

/** @param {Blob} blob @returns {Promise<Decoded>} */
async function decodeShown(blob) {
  const pixels = new Image();
  const address = URL.createObjectURL(blob);
  try {
    pixels.src = address;
    await pixels.decode();
  } finally {
    URL.revokeObjectURL(address);
  }
  return { pixels, size: { width: pixels.naturalWidth, height: pixels.naturalHeight } };
}

/** Gives back the memory of a decoded picture. @param {Decoded | null} decoded */
export function forget(decoded) {
  if (decoded && "close" in decoded.pixels) decoded.pixels.close();
}

/** Gives back the memory of a canvas, for which Safari waits long. @param {HTMLCanvasElement} canvas */
export function empty(canvas) {
  canvas.width = canvas.height = 0;
}

/**
 * A new canvas and what draws on it. Throws when the browser gives none.
 * @param {Size} size
 * @param {CanvasRenderingContext2DSettings} [settings]
 * @returns {{canvas: HTMLCanvasElement, brush: CanvasRenderingContext2D}}
 */
export function newCanvas({ width, height }, settings) {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const brush = canvas.getContext("2d", settings);
  if (!brush) throw new Error("no canvas");
  brush.imageSmoothingQuality = "high";
  return { canvas, brush };
}

/**
 * Paints the picture with its boxes, cut to the crop and made as small as asked.
 * @param {Decoded} decoded
 * @param {Drawing} drawing
 * @param {{longest: number, mostPixels: number}} limits
 * @returns {Painted}
 */
export function paint(decoded, drawing, { longest, mostPixels }) {
  const crop = grown(drawing.crop ?? whole(decoded.size), decoded.size);
  const boxes = drawing.boxes.flatMap((box) => within(grown(box, decoded.size), crop) ?? []);
  const size = limited(crop, mostPixels);
  const isReduced = size.width < crop.width;
  const covered = coverIn(decoded, crop, boxes, size, isReduced ? MIXED_PIXELS : 0);
  const small = shrunk(covered, fitted(size, longest));
  return { ...small, crop, isReduced: isReduced && small === covered };
}

/**
 * The cropped picture in this size with its boxes. They are larger by `spread` where pixels mix.
 * @param {Decoded} decoded
 * @param {Box} crop
 * @param {Box[]} boxes
 * @param {Size} size
 * @param {number} spread
 */
function coverIn({ pixels }, crop, boxes, size, spread) {
  const { canvas, brush } = newCanvas(size);
  brush.drawImage(pixels, crop.left, crop.top, crop.width, crop.height, 0, 0, size.width, size.height);
  return { canvas, boxes: fill(brush, boxes.map((box) => scaled(box, crop, size, spread))) };
}

/**
 * A covered picture made smaller. Its boxes are painted once more, out to whole pixels.
 * @param {{canvas: HTMLCanvasElement, boxes: Box[]}} covered
 * @param {Size} size
 */
function shrunk(covered, size) {
  if (size.width === covered.canvas.width && size.height === covered.canvas.height) return covered;
  const { canvas, brush } = newCanvas(size);
  brush.drawImage(covered.canvas, 0, 0, size.width, size.height);
  const boxes = fill(brush, covered.boxes.map((box) => scaled(box, covered.canvas, size)));
  empty(covered.canvas);
  return { canvas, boxes };
}

/** @param {CanvasRenderingContext2D} brush @param {Box[]} boxes */
function fill(brush, boxes) {
  brush.fillStyle = SOLID;
  for (const { left, top, width, height } of boxes) brush.fillRect(left, top, width, height);
  return boxes;
}

/**
 * Whether one can see through some of the picture.
 * @param {Decoded} decoded
 * @returns {boolean}
 */
export function isSeeThrough({ pixels }) {
  const { canvas, brush } = newCanvas({ width: SMALL, height: SMALL }, { willReadFrequently: true });
  brush.drawImage(pixels, 0, 0, SMALL, SMALL);
  const { data } = brush.getImageData(0, 0, SMALL, SMALL);
  empty(canvas);
  return data.some((value, at) => at % 4 === 3 && value < 255);
}

/**
 * The canvas as a file. Throws when the browser makes none.
 * @param {HTMLCanvasElement} canvas
 * @param {"image/png" | "image/jpeg"} type
 * @returns {Promise<Blob>}
 */
export async function encode(canvas, type) {
  const blob = await new Promise((done) => canvas.toBlob(done, type, JPEG_QUALITY));
  if (blob?.type !== type) throw new Error("no picture");
  return blob;
}
