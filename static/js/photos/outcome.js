/**
 * The endings: a file is cleaned, already clean, refused or failed, and never half of one.
 * What was written is read again before anybody may call it clean.
 * Source: design document metadata.md, section 1.
 */

import { CleanError } from "./errors.js";
import { MUST_BE_GONE } from "./findings.js";
import { IN_MEMORY_MAX_BYTES } from "./limits.js";
import { makePlan } from "./planner.js";
import { EXTENSIONS } from "./recognise.js";
import { BlobSource, BytesSource } from "./source.js";
import { spliceToBytes, spliceToPieces } from "./splice.js";

/** How the cleaning of one file ended. */
export const Ending = Object.freeze({
  CLEANED: "cleaned",
  ALREADY_CLEAN: "already-clean",
  REFUSED: "refused",
  FAILED: "failed",
});

/**
 * How the cleaning ended. `content` is the clean file, null when there is none to give; `findings` are about
 * the file as it came; `extension` has no dot; `refusal` has a code and values for its sentence.
 * @typedef {{kind: string, format: string | null, extension: string, kept: string[],
 *   findings: import("./findings.js").Finding[], content: Blob | Uint8Array | null,
 *   refusal: {code: string, values: Record<string, string>} | null}} Outcome
 */

/** The clean file, checked, or the reason why there is none. @param {Blob} blob @returns {Outcome} */
export function cleanBlob(blob, options = {}) {
  return clean(() => new BlobSource(blob), blob, options, (plan, source) => {
    const cleaned = new Blob(spliceToPieces(plan, source));
    return [cleaned, new BlobSource(cleaned)];
  });
}

/** The same for a file in memory. @param {Uint8Array} content @returns {Outcome} */
export function cleanBytes(content, options = {}) {
  return clean(() => new BytesSource(content), content, options, (plan, source) => {
    const cleaned = spliceToBytes(plan, source, content.length + IN_MEMORY_MAX_BYTES);
    return [cleaned, new BytesSource(cleaned)];
  });
}

function clean(open, content, options, splice) {
  try {
    const source = open();
    const plan = makePlan(source, options);
    if (plan.changesNothing) {
      checkPlan(plan, plan.format);
      return ended(Ending.ALREADY_CLEAN, plan, content);
    }
    const [cleaned, itsSource] = splice(plan, source);
    checkClean(itsSource, plan.format, options);
    return ended(Ending.CLEANED, plan, cleaned);
  } catch (error) {
    if (!(error instanceof CleanError)) throw error;
    return refused(error);
  }
}

/** Read our own output again. Throws: CleanError internal-check-failed, when anything is left in it. */
export function checkClean(source, format, options = {}) {
  let plan;
  try {
    plan = makePlan(source, options);
  } catch (error) {
    throw error instanceof CleanError ? new CleanError("internal-check-failed") : error;
  }
  checkPlan(plan, format);
}

/** The same for the plan of it. Throws: CleanError internal-check-failed. */
export function checkPlan(plan, format) {
  const isBad = plan.findings.some((finding) => finding.severity >= MUST_BE_GONE);
  // One Keep of the whole file means that cleaning it once more gives the same bytes.
  if (plan.format !== format || isBad || !plan.changesNothing) throw new CleanError("internal-check-failed");
}

/** The ending for an error of the engine. */
export function refused({ code, values }) {
  const kind = code === "internal-check-failed" ? Ending.FAILED : Ending.REFUSED;
  const refusal = { code, values };
  return { kind, format: null, extension: "", findings: [], kept: [], content: null, refusal };
}

/** The ending for a plan that was carried out and checked. */
export function ended(kind, { format, findings, kept }, content) {
  return { kind, format, extension: EXTENSIONS[format] ?? "", findings, kept, content, refusal: null };
}
