/** Marks tests that assert days, which no clock of a browser may move: these run in several time zones. */
export const DAYS = '@days';
