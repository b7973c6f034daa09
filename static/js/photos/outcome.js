/**
 * The endings: a file is cleaned, already clean, refused or failed, and never half of one.
 * What was written is read again before anybody may call it clean.
 * Source: design document metadata.md, section 1.
 */

import { CleanError } from "./errors.js";
import { MUST_BE_GONE } from "./findings.js";
import { makePlan } from "./planner.js";
import { EXTENSIONS } from "./recognise.js";
import { compareKept } from "./same.js";
import { BlobSource } from "./source.js";
import { spliceToPieces } from "./splice.js";

/**
 * @import { Finding } from "./findings.js"
 * @import { Options, Plan } from "./plan.js"
 * @import { Source } from "./source.js"
 */

/** How the cleaning of one file ended. */
export const Ending = Object.freeze({
  CLEANED: "cleaned",
  ALREADY_CLEAN: "already-clean",
  REFUSED: "refused",
  FAILED: "failed",
});

/**
 * What was seen in the clean file: how many findings that must be gone are left (a file with one is not given
 * out), how many bytes it has from the file as it came, and whether they were compared.
 * @typedef {{left: number, sameBytes: number, isCompared: boolean}} Proof
 */

/**
 * How the cleaning ended. `content` is the clean file, null when there is none to give; `findings` are about
 * the file as it came; `extension` has no dot; `refusal` has a code and values for its sentence; only a file
 * that was cleaned has a `proof`: one that was clean already is given back itself.
 * @template {Blob} Content
 * @typedef {{kind: string, format: string | null, extension: string, kept: string[], findings: Finding[],
 *   content: Content | null, refusal: {code: string, values: Record<string, string>} | null,
 *   proof: Proof | null}} Outcome
 */

/**
 * The clean file, checked, or the reason why there is none.
 * @param {Blob} blob
 * @param {Partial<Options>} [options]
 * @returns {Outcome<Blob>}
 */
export function cleanBlob(blob, options = {}) {
  try {
    const source = new BlobSource(blob);
    const plan = makePlan(source, options);
    if (plan.changesNothing) {
      checkPlan(plan, plan.format);
      return ended(Ending.ALREADY_CLEAN, plan, blob);
    }
    const cleaned = new Blob(spliceToPieces(plan, source));
    const itsSource = new BlobSource(cleaned);
    const { findings } = checkClean(itsSource, plan.format, options);
    const left = findings.filter(mustBeGone).length;
    const proof = { left, ...compareKept(plan, source, itsSource) };
    return { ...ended(Ending.CLEANED, plan, cleaned), proof };
  } catch (error) {
    if (!(error instanceof CleanError)) throw error;
    return refused(error);
  }
}

/**
 * The plan for our own output, read again. Throws: CleanError internal-check-failed, when anything is left in
 * it, or changed-while-reading.
 * @param {Source} source
 * @param {string} format
 * @param {Partial<Options>} [options]
 * @returns {Plan}
 */
export function checkClean(source, format, options = {}) {
  let plan;
  try {
    plan = makePlan(source, options);
  } catch (error) {
    if (!(error instanceof CleanError) || error.code === "changed-while-reading") throw error;
    throw new CleanError("internal-check-failed");
  }
  checkPlan(plan, format);
  return plan;
}

/** @param {Finding} finding */
const mustBeGone = (finding) => finding.severity >= MUST_BE_GONE;

/**
 * The same for the plan of it. Throws: CleanError internal-check-failed.
 * @param {Plan} plan
 * @param {string} format
 */
export function checkPlan(plan, format) {
  const isBad = plan.findings.some(mustBeGone);
  // One Keep of the whole file means that cleaning it once more gives the same bytes.
  if (plan.format !== format || isBad || !plan.changesNothing) throw new CleanError("internal-check-failed");
}

/**
 * The ending for an error of the engine.
 * @param {CleanError} error
 * @returns {Outcome<never>}
 */
export function refused({ code, values }) {
  const kind = code === "internal-check-failed" ? Ending.FAILED : Ending.REFUSED;
  const refusal = { code, values };
  return { kind, format: null, extension: "", findings: [], kept: [], content: null, refusal, proof: null };
}

/**
 * The ending for a plan that was carried out and checked.
 * @template {Blob} Content
 * @param {string} kind
 * @param {Plan} plan
 * @param {Content} content
 * @returns {Outcome<Content>}
 */
export function ended(kind, { format, findings, kept }, content) {
  const extension = EXTENSIONS[format] ?? "";
  return { kind, format, extension, findings, kept, content, refusal: null, proof: null };
}
