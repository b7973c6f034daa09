// Replays vectors. The tests serve it beside the engine: alone as a module of a page, and joined with the engine in
// a worker. It gets files in base64 or as Blobs, and answers what `tests/photos/vectors.py` has stored.

import { CleanError } from "./errors.js";
import { cleanBlob } from "./outcome.js";
import { Keep, Zero } from "./plan.js";
import { makePlan } from "./planner.js";
import { BlobSource, BytesSource } from "./source.js";
import { spliceToBytes, spliceToPieces } from "./splice.js";

const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const encoder = new TextEncoder();

async function digest(bytes) {
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

function told(op) {
  if (op instanceof Keep) return ["keep", op.offset, op.length];
  return op instanceof Zero ? ["zero", op.length] : ["bytes", hex(op.literal)];
}

const finding = ({ code, severity, place, bytes, values, embedded }) => ({
  code, severity, place: [place.part, place.offset], bytes, values,
  embedded: embedded && [embedded.mediaType, embedded.ranges],
});

/** The plan for a file, or the error. */
function planned(source) {
  try {
    return { plan: makePlan(source) };
  } catch (error) {
    if (!(error instanceof CleanError)) throw error;
    return { error: { code: error.code, values: error.values } };
  }
}

/** In a page a file is read in memory, in a worker from its Blob, the whole way to an ending. */
async function answer(blob, asBlobs) {
  // In windows, as a large file is read; `cleanBlob` reads it at once.
  const source = asBlobs ? new BlobSource(blob, 0) : new BytesSource(new Uint8Array(await blob.arrayBuffer()));
  const { plan, error } = planned(source);
  if (error) return { error };
  const bytes = asBlobs
    ? await new Blob(spliceToPieces(plan, source)).arrayBuffer()
    : spliceToBytes(plan, source, 2 ** 28);
  const full = {
    format: plan.format,
    ops: plan.ops.map(told),
    findings: plan.findings.map(finding),
    kept: plan.kept,
    sha256_out: await digest(bytes),
  };
  return asBlobs ? { ...full, ending: cleanBlob(blob).kind } : full;
}

/** JSON with sorted keys. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const pairs = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${pairs.join(",")}}`;
}

/** The code of the error, or the first digits of the digest; the ending is not part of it. */
async function short({ ending, ...full }) {
  return full.error ? full.error.code : (await digest(encoder.encode(canonical(full)))).slice(0, 16);
}

const unpacked = (text) => new Blob([Uint8Array.from(atob(text), (character) => character.charCodeAt(0))]);

/** What the engine makes of each file. */
export async function replay({ files, isShort, asBlobs }) {
  const answers = [];
  for (const file of files) {
    const full = await answer(typeof file === "string" ? unpacked(file) : file, asBlobs);
    answers.push(isShort ? await short(full) : full);
  }
  return answers;
}

if (typeof document === "undefined") {
  addEventListener("message", async ({ data }) => {
    try {
      postMessage({ answers: await replay(data) });
    } catch (error) {
      postMessage({ error: error.stack ?? String(error) });
    }
  });
}
