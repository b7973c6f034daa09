/**
 * Saving and sharing the clean copy, each by a tap of its own. The clean copy is made of pieces of the visitor's
 * own file, which the browser reads only now: whether it still can is tried first.
 */

import { part, show, stamp } from "../../parts/stamp.js";

// From here on a browser that holds the whole file in memory while it saves may run out of it.
const LARGE_BYTES = 300_000_000;

/** @typedef {import("../../parts/addresses.js").Addresses} Addresses */
/** @typedef {import("./chosen.js").Chosen} Chosen */

/**
 * Whether saving so much may need as much memory. Chromium writes such a Blob to the disk piece by piece.
 * @param {number} bytes
 * @returns {boolean}
 */
export function needsMemory(bytes) {
  return bytes > LARGE_BYTES && !("webkitRequestFileSystem" in window);
}

/**
 * Whether the pieces of a clean copy can still be read: no, when the file was changed or taken away.
 * @param {Blob[]} blobs the file as it was chosen, and what was made of it
 * @returns {Promise<boolean>}
 */
export async function canBeRead(...blobs) {
  try {
    for (const blob of blobs) {
      await blob.slice(0, 1).arrayBuffer();
      await blob.slice(-1).arrayBuffer();
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * The control that saves the clean copy.
 * @param {string} template
 * @param {Chosen} chosen
 * @param {Addresses} addresses
 * @param {HTMLElement} root has the parts `saved` and `changed`, for how it went
 * @returns {HTMLAnchorElement}
 */
export function saveLink(template, chosen, addresses, root) {
  const link = /** @type {HTMLAnchorElement} */ (stamp(template));
  const content = /** @type {Blob} */ (chosen.content);
  link.href = addresses.of(content);
  link.download = chosen.newName;
  let isTried = false;
  link.addEventListener("click", async (event) => {
    if (isTried) {
      isTried = false;
      return;
    }
    event.preventDefault();
    isTried = await canBeRead(chosen.file, content);
    show(root, { changed: !isTried, saved: isTried });
    if (isTried) link.click();
  });
  return link;
}

/**
 * Shows the button for sharing where the system can take such a file.
 * @param {HTMLElement} root
 * @param {Chosen} chosen
 * @param {string} type its media type
 */
export function offerSharing(root, chosen, type) {
  const button = root.querySelector("[data-action=share]");
  const files = [new File([/** @type {Blob} */ (chosen.content)], chosen.newName, { type })];
  if (!button || !navigator.canShare?.({ files })) return;
  /** @type {HTMLElement} */ (button).hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.share({ files });
    } catch (error) {
      // The visitor closed the window of the system: that is no fault.
      if (/** @type {Error} */ (error).name !== "AbortError") part(root, "changed").hidden = await canBeRead(chosen.file);
    }
  });
}
