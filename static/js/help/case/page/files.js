/** Files that somebody pastes or drops: none is taken in, and none replaces the page. */

/**
 * @param {() => void} refused is called after each
 */
export function refuseFiles(refused) {
  const refuse = (/** @type {DataTransfer | null} */ transfer, /** @type {Event} */ event) => {
    if (!transfer?.files.length) return;
    event.preventDefault();
    refused();
  };
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => refuse(event.dataTransfer, event));
  document.addEventListener("paste", (event) => {
    // Office programs put a picture of the text beside the text: a field takes the text alone.
    if (!event.clipboardData?.types.includes("text/plain")) refuse(event.clipboardData, event);
  });
}
