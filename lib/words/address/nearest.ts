/** Texts longer than this are not compared letter by letter. */
const LONGEST = 60;

/** The number of letters to change, add, drop or swap with a neighbour to make one text of the other. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? a.length;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s_.~-]+/g, '-');
}

/** A value to suggest, and the texts by which a reader may mean it. */
export interface Candidate {
  readonly id: string;
  readonly names: readonly string[];
}

/** The candidate that a mistyped text most likely means: at most a quarter of its letters off; null where none is near. */
export function nearest(text: string, candidates: readonly Candidate[]): string | null {
  const wanted = plain(text);
  if (wanted.length > LONGEST) return null;
  let best: { readonly id: string; readonly distance: number } | null = null;
  const limit = Math.max(1, Math.floor(wanted.length / 4));
  for (const { id, names } of candidates) {
    for (const name of [id, ...names].map(plain)) {
      if (Math.abs(name.length - wanted.length) > limit) continue;
      const distance = editDistance(wanted, name);
      if (distance <= limit && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
        best = { id, distance };
    }
  }
  return best?.id ?? null;
}
