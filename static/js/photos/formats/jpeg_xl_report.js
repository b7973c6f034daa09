/**
 * What the boxes that are left out of a JPEG XL file give away. Nothing here decides what is kept.
 * Source: design document metadata.md, sections 10 (user types of XMP and C2PA), 11 and 12; ISO/IEC 18181-2
 * section 9 (Exif, xml, jumb, brob and jbrd boxes).
 */

import { latin1 } from "../bytes.js";
import { Extents } from "../extents.js";
import { strip } from "../findings.js";
import { reportExif } from "../metadata/exif_report.js";
import { reportHistory } from "../metadata/provenance.js";
import { reportXmp } from "../metadata/xmp.js";
import { ReadingBudget } from "../reading.js";
import { distantExifBlock } from "./png_report.js";

/**
 * @import { Box } from "../base_media/boxes.js"
 * @import { Draft } from "../plan.js"
 * @import { Source } from "../source.js"
 */

const PACKED_KIND_BYTES = 4;
const XMP_USER_TYPE = "be7acfcb97a942e89c71999491e3afac";
const C2PA_USER_TYPE = "d8fec3d61b0e483c92975828877ec481";
const KINDS = new Map([
  ["jhgm", "hdr-layer"],
  ["jbrd", "vendor-data"],
  ["free", "hidden-bytes"],
  ["skip", "hidden-bytes"],
]);

/** Notes findings about boxes. */
export class BoxReport {
  #budget = new ReadingBudget();

  /** @param {Source} source @param {Draft} draft */
  constructor(source, draft) {
    this.source = source;
    this.draft = draft;
  }

  /** Notes bytes of a box that nothing uses. @param {Box} box @param {number} size */
  hidden(box, size) {
    this.draft.find("hidden-bytes", strip(box.name), box.start, size);
  }

  /** Notes what a box says that is left out. @param {Box} box */
  dropped(box) {
    const code = KINDS.get(box.kind);
    if (code) {
      this.#named(box, code);
    } else if (box.kind === "brob") {
      const kind = this.source.window(box.content, Math.min(PACKED_KIND_BYTES, box.contentBytes));
      this.#named(box, "vendor-data", strip(latin1(kind)));
    } else if (!this.#budget.take(box.contentBytes)) {
      this.#named(box, box.userType === C2PA_USER_TYPE ? "provenance" : "vendor-data");
    } else {
      this.#described(box, this.source.read(box.content, box.contentBytes));
    }
  }

  /** @param {Box} box @param {Uint8Array} content */
  #described(box, content) {
    if (box.kind === "Exif") {
      const block = distantExifBlock(content);
      const extents = Extents.at(box.end - block.length, block.length);
      this.draft.addAll(reportExif(block, "Exif", box.start, extents));
    } else if (box.kind === "xml " || box.userType === XMP_USER_TYPE) {
      this.draft.addAll(reportXmp(content, "XMP", box.start));
    } else if (box.kind === "jumb" || box.userType === C2PA_USER_TYPE) {
      const isKnown = box.kind === "uuid";
      const extents = Extents.at(box.content, box.contentBytes);
      this.draft.addAll(reportHistory(content, isKnown ? "C2PA" : "JUMBF", box.start, extents, isKnown));
    } else {
      this.#named(box, box.kind === "uuid" ? "vendor-data" : "unknown-part");
    }
  }

  /** @param {Box} box @param {string} code @param {string} [name] */
  #named(box, code, name = "") {
    const part = strip(box.name);
    /** @type {Record<string, string>} */
    const values = code === "vendor-data" || code === "unknown-part" ? { fourcc: name || part } : {};
    this.draft.find(code, part, box.start, box.size, values);
  }
}
