/**
 * The diary: entries chained by hash. Each holds the hash of the one before, so none can be changed, taken out or
 * put in between without the chain showing it. Nothing is rewritten: a correction is an entry of its own.
 *
 * It proves the order, not the day: who has the passphrase can make a whole new chain with any dates. Whoever was
 * given the last hash on some day can prove that all before it was there on that day.
 * When two tabs or devices wrote at the same time the chain forks; `join` brings it together by an entry that
 * holds both hashes, and no hash that somebody was given changes.
 */

import { canonical, encoded, hex, sha256 } from "./canonical.js";
import { DIARY_MAX, DIARY_TEXT_MAX } from "./diary_shape.js";
import { refuse } from "./errors.js";
import { cleaned, hidesPicture } from "./fields.js";

/** @typedef {import("./diary_shape.js").DiaryEntry} DiaryEntry */
/** @typedef {import("./moments.js").Mark} Mark */
/** @typedef {import("./record.js").Case} Case */
/**
 * `break` is the hash of the first entry that was changed, of one that is missing, or of one that stands apart.
 * @typedef {{isWhole: true} | {isWhole: false, code: "changed" | "missing" | "apart", break: string}} Verdict
 */

/**
 * The case with one more entry in the diary. Throws: CaseError `wrong-field`, `case-full`, `not-there` when
 * what it corrects is not in the diary.
 * @param {Case} record
 * @param {string} text
 * @param {Mark} mark
 * @param {string} [corrects] hash of the entry that it corrects
 * @returns {Promise<Case>}
 */
export async function append(record, text, mark, corrects = "") {
  const kept = cleaned(text);
  if (!kept) refuse("wrong-field", { field: "text", code: "missing" });
  if (kept.length > DIARY_TEXT_MAX) refuse("wrong-field", { field: "text", code: "too-long" });
  if (hidesPicture(kept)) refuse("wrong-field", { field: "text", code: "picture" });
  if (corrects && !record.diary.some(({ hash }) => hash === corrects)) refuse("not-there");
  if (record.diary.length >= DIARY_MAX) refuse("case-full");
  return chained(record, { what: "note", at: mark.at, text: kept, corrects });
}

/**
 * The case with the ends of a forked diary brought together; one that is not forked stays as it is.
 * @param {Case} record
 * @param {Mark} mark
 * @returns {Promise<Case>}
 */
export async function join(record, mark) {
  if (headsOf(record.diary).length < 2) return record;
  return chained(record, { what: "joined", at: mark.at, text: "", corrects: "" });
}

/** @param {Case} record @param {Omit<DiaryEntry, "previous" | "hash">} begun @returns {Promise<Case>} */
async function chained(record, begun) {
  const entry = { ...begun, previous: headsOf(record.diary) };
  return { ...record, diary: [...record.diary, { ...entry, hash: await hashOf(entry) }] };
}

/**
 * The hash of an entry: SHA-256 of its canonical JSON without `hash`, in which the hashes before it stand.
 * @param {Omit<DiaryEntry, "hash">} entry
 * @returns {Promise<string>}
 */
export async function hashOf({ what, at, text, corrects, previous }) {
  return hex(await sha256(encoded(canonical({ what, at, text, corrects, previous }))));
}

/**
 * The entries that no other follows, by their hashes, sorted.
 * @param {DiaryEntry[]} diary
 * @returns {string[]}
 */
export function headsOf(diary) {
  const followed = new Set(diary.flatMap(({ previous }) => previous));
  return diary.map(({ hash }) => hash).filter((hash) => !followed.has(hash)).sort();
}

/**
 * The hash to give to somebody: it stands for the whole diary. '' for an empty one, or one that has to be joined.
 * @param {DiaryEntry[]} diary
 * @returns {string}
 */
export function lastHash(diary) {
  const heads = headsOf(diary);
  return heads.length === 1 ? heads[0] : "";
}

/**
 * Whether the chain is whole: every hash fits its entry, every entry before is there, in front of it, and all of
 * them lead to one end. That the end itself was cut off shows only to who was given the last hash.
 * @param {DiaryEntry[]} diary
 * @returns {Promise<Verdict>}
 */
export async function verify(diary) {
  const seen = new Set();
  for (const entry of diary) {
    if ((await hashOf(entry)) !== entry.hash) return { isWhole: false, code: "changed", break: entry.hash };
    const missing = entry.previous.find((hash) => !seen.has(hash));
    if (missing !== undefined) return { isWhole: false, code: "missing", break: missing };
    seen.add(entry.hash);
  }
  const heads = new Set(headsOf(diary));
  const end = diary.find(({ hash }) => heads.has(hash));
  return end && heads.size > 1 ? { isWhole: false, code: "apart", break: end.hash } : { isWhole: true };
}
