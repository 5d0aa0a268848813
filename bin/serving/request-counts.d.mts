/** Counts of requests since the start. */
export class RequestCounts {
  /** `seconds` is how long the answer took. */
  add(kind: string, status: number, seconds: number): void;
}
export function metricsText(counts: RequestCounts): string;
