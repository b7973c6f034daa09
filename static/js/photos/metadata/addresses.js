/**
 * E-mail and web addresses that stand in texts of a file: they lead to a person, whatever the text is about.
 * Addresses in plain ASCII only, as programs make links of them.
 */

import { makeFinding } from "../findings.js";

/** @import { Finding } from "../findings.js" */

const TEXTS = ["description", "keywords", "comment", "caption", "person"];
/** @type {[string, RegExp][]} */
const KINDS = [
  ["contact", /[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}/gu],
  ["web-link", /(?:https?:\/\/|www\.)[^\s"'<>();,]{3,}/gu],
];

/**
 * A finding for the addresses of each kind in each text.
 * @param {Finding[]} findings
 * @returns {Generator<Finding>}
 */
export function* findAddresses(findings) {
  for (const finding of findings) {
    const text = TEXTS.includes(finding.code) ? finding.values.map(([, value]) => value).join(" ") : "";
    for (const [code, pattern] of KINDS) {
      const addresses = new Set(Array.from(text.matchAll(pattern), ([found]) => found.replace(/\.+$/, "")));
      if (addresses.size) {
        yield makeFinding(code, finding.place, finding.bytes, { values: [...addresses].join("; ") });
      }
    }
  }
}
