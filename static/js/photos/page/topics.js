/** What was found, sorted into the few topics that people think in: "Where it was taken", "Names". */

// As in `findings.js`, which a page does not need to load for one number: what stands below gives nobody away.
const TECHNICAL = 1;

/** @typedef {import("../findings.js").Finding} Finding */
/** @typedef {{codes: string, findings: Finding[]}} Topic */

/**
 * The topics of a file, the worst first, and apart from them what only concerns the technique.
 * @param {Finding[]} findings the worst first
 * @param {string[]} known the codes of each topic, in one text with spaces between
 * @returns {{topics: Topic[], technical: Finding[]}}
 */
export function sortFindings(findings, known) {
  /** @type {Map<string, Topic>} */
  const topics = new Map();
  for (const finding of findings.filter(({ severity }) => severity > TECHNICAL)) {
    const codes = known.find((one) => one.split(" ").includes(finding.code)) ?? finding.code;
    if (!topics.has(codes)) topics.set(codes, { codes, findings: [] });
    topics.get(codes)?.findings.push(finding);
  }
  return { topics: [...topics.values()], technical: findings.filter(({ severity }) => severity <= TECHNICAL) };
}
