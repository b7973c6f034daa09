/** Moments and days as people read them, by the clock of this device. */

const language = document.documentElement.lang;
const MOMENT = new Intl.DateTimeFormat(language, {
  weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit",
});
const MOMENT_WITH_ZONE = new Intl.DateTimeFormat(language, {
  day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short",
});
const DAY = new Intl.DateTimeFormat(language, { weekday: "short", day: "numeric", month: "short", year: "numeric" });

/** @param {string} moment such as `2026-11-23T09:30:00Z`; '' stays '' */
export const sayMoment = (moment) => (moment ? MOMENT.format(new Date(moment)) : "");

/** For who reads it elsewhere. @param {string} moment */
export const sayMomentWithZone = (moment) => (moment ? MOMENT_WITH_ZONE.format(new Date(moment)) : "");

/** @param {string} day such as `2026-11-23`; '' stays '' */
export const sayDay = (day) => (day ? DAY.format(new Date(`${day}T12:00:00`)) : "");
