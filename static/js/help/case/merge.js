/**
 * Two versions of one case made into one, without losing an entry. It is the same whichever comes first, and
 * merging once more changes nothing.
 *
 * An entry that only one side changed is taken from that side. One that both changed keeps the later change, and
 * the other stays as an entry of its own beside it. What one side removed and the other changed stays.
 */

import { MERGED_DIARY_MAX } from "./diary_shape.js";
import { refuse } from "./errors.js";
import { MERGED_DRAFT_MAX, MERGED_ENTRIES_MAX, asUnder18, written } from "./record.js";
import { isKnownTo, together } from "./versions.js";

/** @typedef {import("./record.js").Case} Case */
/** @typedef {import("./record.js").Entry} Entry */
/** @typedef {import("./record.js").Gone} Gone */
/** @typedef {import("./record.js").Draft} Draft */
/** @typedef {import("./diary_shape.js").DiaryEntry} DiaryEntry */

/**
 * Both versions as one. A diary that was written on both sides is forked then: see `join` of diary.js.
 * Throws: CaseError `other-case`, `case-full`.
 * @param {Case} mine
 * @param {Case} theirs
 * @returns {Case}
 */
export function merge(mine, theirs) {
  if (mine.id !== theirs.id) refuse("other-case");
  const gone = mergedGone([...mine.gone, ...theirs.gone]);
  const entries = mergedEntries([...mine.entries, ...theirs.entries])
    .filter(({ id, versions }) => !isKnownTo(versions, gone.get(id)?.versions ?? {}))
    .sort((a, b) => compare(a.made, b.made) || compare(a.id, b.id));
  for (const { id } of entries) gone.delete(id);
  const record = {
    ...mine,
    entries,
    gone: [...gone.values()].sort((a, b) => compare(a.id, b.id)).slice(-MERGED_ENTRIES_MAX),
    diary: mergedDiary([...mine.diary, ...theirs.diary]),
    draft: mergedDraft(mine.draft, theirs.draft),
  };
  if (entries.length > MERGED_ENTRIES_MAX || record.diary.length > MERGED_DIARY_MAX) refuse("case-full");
  written(record);
  return mine.age === "adult" && theirs.age === "adult" ? record : asUnder18(record);
}

/** @param {Entry[]} all @returns {Entry[]} */
function mergedEntries(all) {
  /** @type {Map<string, Entry>} */
  const byId = new Map();
  const waiting = [...all];
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    const other = byId.get(entry.id);
    if (!other || isKnownTo(other.versions, entry.versions)) byId.set(entry.id, entry);
    else if (!isKnownTo(entry.versions, other.versions)) {
      const [later, copy] = apart(entry, other);
      byId.set(later.id, later);
      waiting.push(copy);
    }
  }
  return [...byId.values()];
}

/**
 * Changed on both sides: the later one knows of both changes, so it is never copied again; the other goes on under
 * the mark of its own change, the same wherever they are merged.
 * @param {Entry} one @param {Entry} other @returns {[Entry, Entry]}
 */
function apart(one, other) {
  const [earlier, later] = [one, other].sort((a, b) => compare(a.changed, b.changed) || compare(a.mark, b.mark));
  const id = earlier.mark;
  // Its count begins anew, whatever else the sitting that made it knew by then.
  const copy = { ...earlier, id, versions: { [id]: 1 } };
  return [{ ...later, versions: together(earlier.versions, later.versions) }, copy];
}

/** @param {Gone[]} all @returns {Map<string, Gone>} */
function mergedGone(all) {
  /** @type {Map<string, Gone>} */
  const byId = new Map();
  for (const { id, versions } of all) {
    byId.set(id, { id, versions: together(byId.get(id)?.versions ?? {}, versions) });
  }
  return byId;
}

/**
 * The later one; of two that were typed at the same time both, one below the other.
 * @param {Draft} mine @param {Draft} theirs @returns {Draft}
 */
function mergedDraft(mine, theirs) {
  if (isKnownTo(mine.versions, theirs.versions)) return theirs;
  if (isKnownTo(theirs.versions, mine.versions)) return mine;
  const texts = [...new Set([mine.text, theirs.text])].filter(Boolean).sort();
  const text = texts.join("\n\n");
  const versions = together(mine.versions, theirs.versions);
  return { text: text.length > MERGED_DRAFT_MAX ? texts[0] : text, versions };
}

/**
 * Every entry once, after those that came before it, otherwise by the clock.
 * @param {DiaryEntry[]} all @returns {DiaryEntry[]}
 */
function mergedDiary(all) {
  const byHash = new Map(all.map((entry) => [entry.hash, entry]));
  /** @type {Set<DiaryEntry>} */
  const ordered = new Set();
  const waiting = [...byHash.values()].sort((a, b) => compare(b.at, a.at) || compare(b.hash, a.hash));
  const asked = new Set();
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    if (ordered.has(entry)) continue;
    const before = entry.previous.flatMap((hash) => byHash.get(hash) ?? []).filter((one) => !ordered.has(one));
    // A ring is no diary: asked for a second time, the entry is kept as it is, and `verify` names the break.
    if (!before.length || asked.has(entry)) ordered.add(entry);
    else waiting.push(entry, ...before);
    asked.add(entry);
  }
  return [...ordered];
}

/** @param {string} a @param {string} b */
const compare = (a, b) => (a < b ? -1 : Number(a > b));
