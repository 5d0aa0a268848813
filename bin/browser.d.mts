/** The path of a Chromium: the one named, one of the system, Playwright's own, or one installed now; or null. */
export function findBrowser(): Promise<string | null>;
