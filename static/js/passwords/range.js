/**
 * Whether a password is in a list of stolen ones, by asking for a range: only the first five characters of its
 * hash are told, and the answer holds every hash that begins like that. Nothing is kept.
 * Source: https://haveibeenpwned.com/API/v3 (searching by range, padding), checked 2026-11-23.
 */

const TOLD_CHARACTERS = 5;
const TIMEOUT_MS = 10000;
const LINE = /^([0-9A-F]{35}):(\d+)$/;

/** The service did not answer, or answered something else. */
export class NoAnswer extends Error {}

/**
 * The SHA-1 of a text in UTF-8, as 40 capital hexadecimal characters.
 * @param {string} text
 * @returns {Promise<string>}
 */
export async function hashOf(text) {
  const digest = await crypto.subtle.digest("SHA-1", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("").toUpperCase();
}

/**
 * How often the list has the hash with this ending; padding has the count 0.
 * @param {string} answer lines of ending and count
 * @param {string} ending
 * @returns {number}
 */
export function countIn(answer, ending) {
  const lines = answer.split(/\r?\n/).filter(Boolean).map((line) => LINE.exec(line));
  if (!lines.length || lines.includes(null)) throw new NoAnswer("not a list of a range");
  const found = lines.find((line) => line?.[1] === ending);
  return found ? Number(found[2]) : 0;
}

/**
 * How often the password is in the list of the service.
 * @param {string} password
 * @param {string} service where its ranges are, ending in a slash
 * @returns {Promise<number>}
 */
export async function timesStolen(password, service) {
  const hash = await hashOf(password);
  const answer = await ask(service + hash.slice(0, TOLD_CHARACTERS));
  return countIn(answer, hash.slice(TOLD_CHARACTERS));
}

/** @param {string} address */
async function ask(address) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MS);
  try {
    // Padding hides from who counts bytes on the way which range was asked for.
    const response = await fetch(address, {
      headers: { "Add-Padding": "true" },
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      redirect: "error",
      signal: stop.signal,
    });
    if (!response.ok) throw new NoAnswer(String(response.status));
    return await response.text();
  } catch (error) {
    throw error instanceof NoAnswer ? error : new NoAnswer("not reached");
  } finally {
    clearTimeout(timer);
  }
}
