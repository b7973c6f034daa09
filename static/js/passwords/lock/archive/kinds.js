/**
 * What kind of file something is, told by its first bytes, and a name that says no more than that.
 *
 * It looks at the start only, so it does not tell whether a file is whole or can be shown. The name that a file
 * came with is never used.
 */

export const START_BYTES = 64;

/**
 * A kind: the first word of the name, the ending, and the media type. `isShown` when browsers can show it.
 * @typedef {{word: "photo" | "video" | "sound" | "file", ending: string, type: string, isShown?: boolean}} Kind
 */

/** @type {Kind} */
const UNKNOWN = { word: "file", ending: "bin", type: "application/octet-stream" };

/** How a start is recognised: these Latin-1 letters at this place. @type {[number, string, Kind][]} */
const STARTS = [
  [0, "\xff\xd8\xff", { word: "photo", ending: "jpg", type: "image/jpeg", isShown: true }],
  [0, "\x89PNG\r\n\x1a\n", { word: "photo", ending: "png", type: "image/png", isShown: true }],
  [0, "GIF8", { word: "photo", ending: "gif", type: "image/gif", isShown: true }],
  [8, "WEBP", { word: "photo", ending: "webp", type: "image/webp", isShown: true }],
  [4, "ftypavi", { word: "photo", ending: "avif", type: "image/avif", isShown: true }],
  [4, "ftyphe", { word: "photo", ending: "heic", type: "image/heic", isShown: true }],
  [4, "ftypmif1", { word: "photo", ending: "heic", type: "image/heic", isShown: true }],
  [4, "ftypmsf1", { word: "photo", ending: "heic", type: "image/heic", isShown: true }],
  [0, "\xff\x0a", { word: "photo", ending: "jxl", type: "image/jxl" }],
  [4, "JXL \r\n", { word: "photo", ending: "jxl", type: "image/jxl" }],
  [0, "II*\0", { word: "photo", ending: "tif", type: "image/tiff" }],
  [0, "MM\0*", { word: "photo", ending: "tif", type: "image/tiff" }],
  [0, "BM", { word: "photo", ending: "bmp", type: "image/bmp", isShown: true }],
  [4, "ftypqt", { word: "video", ending: "mov", type: "video/quicktime" }],
  [4, "ftyp3g", { word: "video", ending: "3gp", type: "video/3gpp" }],
  [4, "ftypM4A", { word: "sound", ending: "m4a", type: "audio/mp4" }],
  [4, "ftyp", { word: "video", ending: "mp4", type: "video/mp4" }],
  [4, "moov", { word: "video", ending: "mov", type: "video/quicktime" }],
  [0, "\x1aE\xdf\xa3", { word: "video", ending: "webm", type: "video/webm" }],
  [8, "AVI ", { word: "video", ending: "avi", type: "video/x-msvideo" }],
  [8, "WAVE", { word: "sound", ending: "wav", type: "audio/wav" }],
  [0, "ID3", { word: "sound", ending: "mp3", type: "audio/mpeg" }],
  [0, "OggS", { word: "sound", ending: "ogg", type: "audio/ogg" }],
  [0, "%PDF-", { word: "file", ending: "pdf", type: "application/pdf" }],
  [0, "PK\x03\x04", { word: "file", ending: "zip", type: "application/zip" }],
  [0, "PK\x05\x06", { word: "file", ending: "zip", type: "application/zip" }],
];

/** What browsers say of files that have no start of their own, or share one. @type {Record<string, string>} */
const ENDINGS_BY_TYPE = {
  "text/plain": "txt",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
  "application/vnd.oasis.opendocument.text": "odt",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
};

/**
 * The kind of a file.
 * @param {Uint8Array} start its first bytes, as many as `START_BYTES` or all it has
 * @param {string} [type] what the browser says that it is, which decides where the start does not
 * @returns {Kind}
 */
export function kindOf(start, type = "") {
  const text = String.fromCharCode(...start);
  const kind = STARTS.find(([at, letters]) => text.startsWith(letters, at))?.[2] ?? UNKNOWN;
  const ending = kind.word === "file" && kind.ending !== "pdf" ? ENDINGS_BY_TYPE[type] : undefined;
  return ending ? { word: "file", ending, type } : kind;
}

/**
 * The kind of a file that cannot be read yet, by the end of its name; for showing, not for saving.
 * @param {string} name
 * @returns {Kind}
 */
export function kindByName(name) {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase().replace(/^jpeg$/, "jpg");
  const known = STARTS.find(([, , kind]) => kind.ending === ending)?.[2];
  const type = Object.entries(ENDINGS_BY_TYPE).find(([, one]) => one === ending)?.[0];
  return known ?? (type ? { word: "file", ending, type } : UNKNOWN);
}

/** Gives names that count: `photo-1.jpg`, `photo-2.png`, `video-1.mp4`. */
export class Names {
  /** @type {Map<string, number>} */
  #counts = new Map();

  /**
   * The next name for a kind.
   * @param {Kind} kind
   * @returns {string}
   */
  next({ word, ending }) {
    const number = (this.#counts.get(word) ?? 0) + 1;
    this.#counts.set(word, number);
    return `${word}-${number}.${ending}`;
  }
}
