/** Opens the two tools for what a picture shows: covering something, and looking closer. */

/** @typedef {import("./card.js").Action} Action */
/** @typedef {{file: File, picture: Blob, name: string, format: string}} Shown */

/**
 * Opens the tool for an action.
 * @param {Action} action
 * @param {Shown} shown the file, and as a Blob that the browser can show
 * @param {HTMLElement} opener gets the focus back
 * @param {(picture: File) => void} replace is given the covered picture, if there is one
 */
export async function openDialog(action, shown, opener, replace) {
  const openCover = async () => {
    const { openCover: open } = await import("./cover.js");
    open({ ...shown, opener, onDone: replace });
  };
  if (action === "cover") return openCover();
  const { openGuided } = await import("./guided.js");
  openGuided({ ...shown, opener, onCover: openCover });
}
