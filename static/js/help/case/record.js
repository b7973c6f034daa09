/**
 * The case itself: who is in the picture (of age or not), entries, and a diary. A value that is never changed:
 * each function gives a new one. Text only: no picture for anybody, and nothing about a picture's file under 18.
 *
 * Every change is counted (`versions`), so that two versions can be merged without guessing which is the newer
 * one. What was removed leaves its id and its counts in `gone`, and nothing else.
 */

import { canonical, encoded } from "./canonical.js";
import { checkDiary } from "./diary_shape.js";
import { refuse } from "./errors.js";
import { cleaned, completed, faultsOf, hidesPicture, isKind } from "./fields.js";
import { isMarkId, isMoment } from "./moments.js";
import { TEXT_BYTES_MAX } from "./sealing.js";
import { areVersions, withMark } from "./versions.js";

const FORMAT = 1;
// What can be written; two versions that are merged may come to more, and are read.
export const ENTRIES_MAX = 1000;
const WRITTEN_BYTES_MAX = 1_000_000;
export const MERGED_ENTRIES_MAX = 4000;
const DRAFT_MAX = 5000;
export const MERGED_DRAFT_MAX = 20_000;

/** @typedef {import("./moments.js").Mark} Mark */
/** @typedef {import("./fields.js").Kind} Kind */
/** @typedef {import("./fields.js").Value} Value */
/** @typedef {import("./diary_shape.js").DiaryEntry} DiaryEntry */
/** @typedef {"under-18" | "adult"} Age */
/** @typedef {import("./versions.js").Versions} Versions */
/**
 * `mark` is the id of its last change.
 * @typedef {{id: string, kind: Kind, made: string, changed: string, mark: string, versions: Versions,
 *   fields: Record<string, any>}} Entry
 */
/** @typedef {{id: string, versions: Versions}} Gone */
/** What is typed for the diary and not yet in it. @typedef {{text: string, versions: Versions}} Draft */
/**
 * @typedef {{format: 1, id: string, made: string, age: Age, entries: Entry[], gone: Gone[], diary: DiaryEntry[],
 *   draft: Draft}} Case
 */

/** Under 18 unless somebody said otherwise. @param {unknown} answer @returns {Age} */
const ageOf = (answer) => (answer === "adult" ? "adult" : "under-18");

/**
 * An empty case.
 * @param {unknown} age of the person in the picture when it was taken; only `adult` counts as adult
 * @param {Mark} mark
 * @returns {Case}
 */
export function newCase(age, mark) {
  const { id, at } = mark;
  const draft = { text: "", versions: withMark({}, mark) };
  return { format: FORMAT, id, made: at, age: ageOf(age), entries: [], gone: [], diary: [], draft };
}

/**
 * The case of somebody under 18, when the first answer was wrong: what is known of screenshot files goes. There is
 * no way back but a new case.
 * @param {Case} record
 * @returns {Case}
 */
export function asUnder18(record) {
  const files = entriesOf(record, "file");
  return { ...files.reduce((rest, { id }) => remove(rest, id), record), age: "under-18" };
}

/**
 * The case with what is typed for the diary and not yet in it. Throws: CaseError `wrong-field`.
 * @param {Case} record
 * @param {string} text '' for nothing
 * @param {Mark} mark
 * @returns {Case}
 */
export function withDraft(record, text, mark) {
  const draft = { text: cleaned(text), versions: withMark(record.draft.versions, mark) };
  const code = draftFault(draft.text, DRAFT_MAX);
  return code ? refuse("wrong-field", { field: "draft", code }) : fits({ ...record, draft });
}

/** @param {any} text @param {number} most */
function draftFault(text, most) {
  if (typeof text !== "string" || text !== cleaned(text)) return "not-text";
  if (text.length > most) return "too-long";
  return hidesPicture(text) ? "picture" : "";
}

/**
 * The case with one more entry. Throws: CaseError `wrong-field` with the first fault, `under-18`, `case-full`.
 * @param {Case} record
 * @param {Kind} kind
 * @param {Record<string, Value>} fields those that are missing stay empty
 * @param {Mark} mark its id becomes the entry's
 * @returns {Case}
 */
export function add(record, kind, fields, mark) {
  if (record.entries.length >= ENTRIES_MAX) refuse("case-full");
  const { id, at } = mark;
  const own = fitting(record.age, kind, fields);
  const entry = { id, kind, made: at, changed: at, mark: id, versions: withMark({}, mark), fields: own };
  return fits({ ...record, entries: [...record.entries, entry] });
}

/**
 * The case with other fields in one entry. Throws: CaseError as `add`, and `not-there`.
 * @param {Case} record
 * @param {string} id
 * @param {Record<string, Value>} fields those to change
 * @param {Mark} mark
 * @returns {Case}
 */
export function change(record, id, fields, mark) {
  const before = entryOf(record, id);
  const after = fitting(record.age, before.kind, { ...before.fields, ...fields });
  const versions = withMark(before.versions, mark);
  const entry = { ...before, changed: mark.at, mark: mark.id, versions, fields: after };
  return fits({ ...record, entries: record.entries.map((one) => (one.id === id ? entry : one)) });
}

/**
 * The case without an entry; a report that names it goes on doing so. Throws: CaseError `not-there`.
 * @param {Case} record
 * @param {string} id
 * @returns {Case}
 */
export function remove(record, id) {
  const { versions } = entryOf(record, id);
  const entries = record.entries.filter((one) => one.id !== id);
  return { ...record, entries, gone: [...record.gone, { id, versions }].slice(-MERGED_ENTRIES_MAX) };
}

/** Throws: CaseError `not-there`. @param {Case} record @param {string} id @returns {Entry} */
export function entryOf(record, id) {
  return record.entries.find((one) => one.id === id) ?? refuse("not-there");
}

/**
 * Those of one kind, the oldest first.
 * @param {Case} record @param {Kind} kind @returns {Entry[]}
 */
export const entriesOf = (record, kind) => record.entries.filter((entry) => entry.kind === kind);

/**
 * The case as text. Throws: CaseError `case-full`.
 * @param {Case} record
 * @param {number} [bytesMax]
 * @returns {string}
 */
export function written(record, bytesMax = TEXT_BYTES_MAX) {
  const text = canonical(record);
  return encoded(text).length <= bytesMax ? text : refuse("case-full");
}

/**
 * The case in a text, everything in it checked; what is not known is refused. Throws: CaseError `damaged`, and
 * `newer` for a later format.
 * @param {string} text
 * @returns {Case}
 */
export function read(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse("damaged");
  }
  if (Number.isSafeInteger(value?.format) && value.format > FORMAT) refuse("newer");
  // Written in our one way: nothing stands in it twice.
  return isCase(value) && canonical(value) === text ? value : refuse("damaged");
}

/** @param {Age} age @param {Kind} kind @param {Record<string, Value>} given */
function fitting(age, kind, given) {
  if (!isKind(kind)) refuse("unknown-kind");
  if (kind === "file" && age !== "adult") refuse("under-18");
  const fields = completed(kind, given);
  const [fault] = faultsOf(kind, fields);
  return fault ? refuse("wrong-field", fault) : fields;
}

/** @param {Case} record @returns {Case} */
function fits(record) {
  written(record, WRITTEN_BYTES_MAX);
  return record;
}

/** @param {any} value @param {string[]} names */
const hasFields = (value, ...names) => (
  typeof value === "object" && value !== null && !Array.isArray(value) &&
  Object.keys(value).sort().join() === [...names].sort().join()
);

/** @param {any} value @returns {value is Case} */
function isCase(value) {
  if (!hasFields(value, "format", "id", "made", "age", "entries", "gone", "diary", "draft")) return false;
  const { format, id, made, age, entries, gone, diary, draft } = value;
  return format === FORMAT && isMarkId(id) && isMoment(made) && age === ageOf(age) && isDraft(draft) &&
    isListOf(entries, (one) => isEntry(one, age)) && isListOf(gone, isGone) && checkDiary(diary);
}

/** Each with an id of its own. @param {any} list @param {(one: any) => boolean} fits */
function isListOf(list, fits) {
  if (!Array.isArray(list) || list.length > MERGED_ENTRIES_MAX || !list.every(fits)) return false;
  return new Set(list.map(({ id }) => id)).size === list.length;
}

/** @param {any} draft */
const isDraft = (draft) => (
  hasFields(draft, "text", "versions") && areVersions(draft.versions) && !draftFault(draft.text, MERGED_DRAFT_MAX)
);

/** @param {any} one */
const isGone = (one) => hasFields(one, "id", "versions") && isMarkId(one.id) && areVersions(one.versions);

/** @param {any} one @param {Age} age */
function isEntry(one, age) {
  if (!hasFields(one, "id", "kind", "made", "changed", "mark", "versions", "fields")) return false;
  const { id, kind, made, changed, mark, versions, fields } = one;
  if (!isMarkId(id) || !isKind(kind) || !isMarkId(mark) || !areVersions(versions)) return false;
  if (!isMoment(made) || !isMoment(changed)) return false;
  if (kind === "file" && age !== "adult") return false;
  return typeof fields === "object" && fields !== null && !faultsOf(kind, fields).length;
}
