/** Voices that are on this device. Any other sends the text away to be spoken, so it is never used. */

/**
 * The best voice for `language` that is on the device; null when there is none.
 * @param {readonly SpeechSynthesisVoice[]} voices
 * @param {string} language the page's, such as "en"
 * @param {readonly string[]} wishes the visitor's languages, the dearest first
 * @returns {SpeechSynthesisVoice | null}
 */
export function localVoice(voices, language, wishes) {
  // Only a plain true counts: a browser that does not say it promises nothing.
  const fitting = voices.filter((voice) => voice.localService === true && root(voice.lang) === root(language));
  const wished = wishes.filter((wish) => root(wish) === root(language)).map(whole);
  const byWish = wished.map((wish) => fitting.find((voice) => whole(voice.lang) === wish)).find(Boolean);
  return byWish ?? fitting.find((voice) => voice.default) ?? fitting[0] ?? null;
}

/** @param {string} tag such as "en-GB"; some systems write "en_GB" */
function whole(tag) {
  return tag.replace("_", "-").toLowerCase();
}

/** @param {string} tag */
function root(tag) {
  return whole(tag).split("-")[0];
}
