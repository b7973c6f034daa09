/** The ways in which files come to the page: chosen, taken with the camera, dropped or pasted. */

import { part } from "./stamp.js";

// A folder that somebody drops can hold a whole disk.
const FILES_MAX = 2_000;

/**
 * Listens for files, until the page is closed.
 * @param {HTMLElement} tool
 * @param {(files: File[]) => void} take is given what came, in order; it may be nothing
 */
export function listenForFiles(tool, take) {
  for (const field of /** @type {Iterable<HTMLInputElement>} */ (tool.querySelectorAll("input[type=file]"))) {
    const hand = () => {
      take([...(field.files ?? [])]);
      // The same file can be chosen once more, and the field keeps nothing of it.
      field.value = "";
    };
    field.addEventListener("change", hand);
    // Chosen before the page was listening.
    if (field.files?.length) queueMicrotask(hand);
    // It looks like a button, so it opens like one, not by the space bar alone.
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      field.click();
    });
  }
  listenForDrops(part(tool, "drop"), take);
  document.addEventListener("paste", ({ clipboardData }) => {
    if (!isBehindDialog()) take([...(clipboardData?.files ?? [])]);
  });
}

/** Whether the visitor is busy with a dialog: what is behind it takes no files. */
const isBehindDialog = () => document.querySelector("dialog[open]") !== null;

/**
 * Files can be dropped anywhere: one that misses the field would else be opened in place of the page.
 * @param {HTMLElement} field
 * @param {(files: File[]) => void} take
 */
function listenForDrops(field, take) {
  const hasFiles = (/** @type {DragEvent} */ event) => Boolean(event.dataTransfer?.types.includes("Files"));
  const mark = (/** @type {boolean} */ isOver) => field.classList.toggle("is-over", isOver);
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    mark(!isBehindDialog());
  });
  document.addEventListener("dragleave", (event) => event.relatedTarget === null && mark(false));
  document.addEventListener("drop", async (event) => {
    if (!hasFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    mark(false);
    if (!isBehindDialog()) take(await dropped(event.dataTransfer));
  });
}

/**
 * What was dropped, folders opened. The entries have to be taken at once: they are gone when the event is over.
 * @param {DataTransfer} transfer
 */
async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (!entries.some((entry) => entry?.isDirectory)) return [...transfer.files];
  /** @type {File[]} */
  const files = [];
  for (const entry of entries) if (entry) await open(entry, files);
  return files;
}

/**
 * @param {FileSystemEntry} entry
 * @param {File[]} files gets what is in it
 */
async function open(entry, files) {
  if (files.length >= FILES_MAX) return;
  if (entry.isFile) {
    files.push(await ask((done, fail) => /** @type {FileSystemFileEntry} */ (entry).file(done, fail)));
    return;
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  // A folder is told in parts; an empty one is the last.
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await ask((done, fail) => reader.readEntries(done, fail));
    if (!some.length) return;
    for (const one of some) await open(one, files);
  }
}

/**
 * A question that is answered later, as a promise.
 * @template T
 * @param {(done: (answer: T) => void, fail: (error: unknown) => void) => void} question
 * @returns {Promise<T>}
 */
function ask(question) {
  return new Promise(question);
}
