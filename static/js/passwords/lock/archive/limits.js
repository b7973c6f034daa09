/** How much is locked or listed at once. How many bytes a browser can hold, the page decides. */

export const FILES_MAX = 1_000;
export const ENTRIES_MAX = 2_000;
