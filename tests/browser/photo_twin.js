// Replays vectors in the browser; `test_photo_twin` runs it on a page and in a worker of the site.

/** What the twin makes of files, given in base64; it gets them as bytes, or in a worker as Blobs. */
async function replay(modules, { files, isShort, asBlobs }) {
  const [{ CleanError }, { cleanBlob }, { Keep, Zero }, { makePlan }, sources, splice] = modules;
  const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const digest = async (bytes) => hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
  const told = (op) => {
    if (op instanceof Keep) return ["keep", op.offset, op.length];
    return op instanceof Zero ? ["zero", op.length] : ["bytes", hex(op.literal)];
  };
  const finding = ({ code, severity, place, bytes, values, embedded }) => ({
    code, severity, place: [place.part, place.offset], bytes, values,
    embedded: embedded && [embedded.mediaType, embedded.ranges],
  });

  async function answer(content) {
    const blob = new Blob([content]);
    const source = asBlobs ? new sources.BlobSource(blob) : new sources.BytesSource(content);
    let plan;
    try {
      plan = makePlan(source);
    } catch (error) {
      if (!(error instanceof CleanError)) throw error;
      return { error: { code: error.code, values: error.values } };
    }
    const cleaned = asBlobs ? new Blob(splice.spliceToPieces(plan, source)) : null;
    const bytes = cleaned ? await cleaned.arrayBuffer() : splice.spliceToBytes(plan, source, 2 ** 28);
    const full = {
      format: plan.format,
      ops: plan.ops.map(told),
      findings: plan.findings.map(finding),
      kept: plan.kept,
      sha256_out: await digest(bytes),
    };
    // The whole way, and what it says of itself.
    if (asBlobs) full.ending = cleanBlob(blob).kind;
    return full;
  }

  /** JSON with sorted keys. */
  function canonical(value) {
    if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
    if (value === null || typeof value !== "object") return JSON.stringify(value);
    const pairs = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
    return `{${pairs.join(",")}}`;
  }

  const encoder = new TextEncoder();
  const answers = [];
  for (const file of files) {
    const full = await answer(Uint8Array.from(atob(file), (character) => character.charCodeAt(0)));
    if (!isShort) answers.push(full);
    else answers.push(full.error ? full.error.code : (await digest(encoder.encode(canonical(full)))).slice(0, 16));
  }
  return answers;
}

/** In a worker: answers each message. */
function listen(modules) {
  onmessage = async ({ data }) => {
    try {
      postMessage({ answers: await replay(modules, data) });
    } catch (error) {
      postMessage({ error: error.stack ?? String(error) });
    }
  };
}
