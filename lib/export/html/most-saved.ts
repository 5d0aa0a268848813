/** Rows that a browser can show, sort and search in one saved page. */
export const MOST_SAVED = 20_000;
