/** Text for the clipboard, which some browsers do not let a page write to. */

/**
 * Copies a text, or marks where it stands, so that the visitor can copy it.
 * @param {string} text
 * @param {Element} shown where it stands on the page
 * @returns {Promise<"copied" | "marked">} what was done
 */
export async function copied(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return "copied";
  } catch {
    // On plain http, or when the browser was told not to.
    getSelection()?.selectAllChildren(shown);
    return "marked";
  }
}
