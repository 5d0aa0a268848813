/**
 * The folder in which Annals itself lies, with its build, its documents and the bundled series: `ANNALS_HOME`, which `bin/annals.mjs`
 * sets, else where the process was started. The store is looked for where the process was started.
 */
export function programFolder(): string {
  return process.env.ANNALS_HOME || process.cwd();
}
