/** What the chunks that are left out of a WebP give away. Nothing here decides what is kept. */

import { Extents } from "../extents.js";
import { strip } from "../findings.js";
import { reportExif } from "../metadata/exif_report.js";
import { reportHistory } from "../metadata/provenance.js";
import { reportXmp } from "../metadata/xmp.js";
import { ReadingBudget } from "../reading.js";
import { exifBlock } from "./png_report.js";

/**
 * @import { Draft } from "../plan.js"
 * @import { Source } from "../source.js"
 */

const HEAD_BYTES = 8;
const PICTURES = ["VP8 ", "VP8L", "ALPH", "ANMF"];
// One writer ends the name of XMP with a zero.
const DESCRIBED = ["EXIF", "XMP ", "XMP\0", "C2PA"];

/** Notes findings about chunks. */
export class PieceReport {
  /** @param {Source} source @param {Draft} draft */
  constructor(source, draft) {
    this.source = source;
    this.draft = draft;
    this.budget = new ReadingBudget();
  }

  /** Note bytes that nothing uses. @param {string} part @param {number} offset @param {number} size */
  hidden(part, offset, size) {
    this.draft.find("hidden-bytes", part, offset, size);
  }

  /** Note what an EXIF chunk says. @param {number} start @param {number} length */
  exif(start, length) {
    this.described("EXIF", start, length);
  }

  /**
   * Note what a chunk says that is left out.
   * @param {string} kind @param {number} start @param {number} length
   */
  dropped(kind, start, length) {
    const name = strip(kind);
    const size = length + HEAD_BYTES;
    if (DESCRIBED.includes(kind)) this.described(kind, start, length);
    else if (PICTURES.includes(kind)) this.draft.find("extra-picture", name, start, size);
    else if (kind === "ICCP") this.draft.find("colour-profile", name, start, size);
    else this.draft.find("unknown-part", name, start, size, { fourcc: name });
  }

  /** @param {string} kind @param {number} start @param {number} length */
  described(kind, start, length) {
    if (!this.budget.take(length)) {
      const name = strip(kind);
      this.draft.find("vendor-data", name, start, length + HEAD_BYTES, { fourcc: name });
      return;
    }
    const content = this.source.read(start + HEAD_BYTES, length);
    const extents = Extents.at(start + HEAD_BYTES, length);
    if (kind === "EXIF") {
      const block = exifBlock(content);
      const part = extents.part(length - block.length, block.length);
      this.draft.addAll(reportExif(block, "Exif", start, part));
    } else if (kind === "C2PA") {
      this.draft.addAll(reportHistory(content, "C2PA", start, extents, true));
    } else {
      this.draft.addAll(reportXmp(content, "XMP", start));
    }
  }
}
