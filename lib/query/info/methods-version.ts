/**
 * The version of the methods by which figures are made. It grows when a figure of the same revision and view changes
 * because the code did; docs/methods.md (Versions) says what changed and when. Answers and caches name it.
 */
export const METHODS = 4;
