/**
 * Whether a text is what a program was told to draw: an AI prompt with its settings, by the ways of the
 * common programs (AUTOMATIC1111 and its kin, ComfyUI, InvokeAI, NovelAI).
 */

// All marks of one row have to be there, in lower case.
const MARKS = [
  ["steps: ", "sampler: "],
  ["steps: ", "cfg scale: "],
  ['"class_type"', '"inputs"'],
  ['"last_node_id"', '"nodes"'],
  ['"prompt"', '"seed"'],
  ['"positive_prompt"'],
];

/** True when the text has the marks of a prompt with its settings. @param {string} text @returns {boolean} */
export function isPrompt(text) {
  const lower = text.toLowerCase();
  return MARKS.some((row) => row.every((mark) => lower.includes(mark)));
}
