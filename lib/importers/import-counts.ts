/**
 * What came of an import. Always: read = incidents + problems + skipped. `problems` are rows that could not be used,
 * `skipped` rows left out by a stated rule. Of the rows that could be used `cells` were left out, with whatever else beside
 * the rows was; for `warnings` nothing was left out.
 */
export interface ImportCounts {
  readonly read: number;
  readonly incidents: number;
  readonly problems: number;
  readonly skipped: number;
  readonly cells: number;
  readonly warnings: number;
}
