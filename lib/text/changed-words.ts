/** A stretch of a text; `changed` where the other text does not have it. */
export interface Piece {
  readonly text: string;
  readonly changed: boolean;
}

/** Texts of so many pairs of words are compared; longer ones are taken as changed as a whole. */
const MOST_PAIRS = 200_000;

/** Below this share of words in common, marks on single words would be harder to read than two whole texts. */
const LEAST_COMMON = 0.6;

/** Words and signs, each with the blanks behind it, so that all of them together are the text. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[^\s,;:()[\]]+\s*|[,;:()[\]]\s*|^\s+/g) ?? [];
}

/** For each pair of places the length of the longest common run of words, gaps allowed, of what follows them. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly Uint32Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    const [row, next] = [lengths[i] as Uint32Array, lengths[i + 1] as Uint32Array];
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

/** Which words of both texts have no partner in the other, in the order of a longest common run. */
function withoutPartner(a: readonly string[], b: readonly string[]): readonly [boolean[], boolean[]] {
  const lengths = commonLengths(a, b);
  const [inA, inB] = [a.map(() => true), b.map(() => true)];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      inA[i++] = false;
      inB[j++] = false;
    } else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i++;
    else j++;
  }
  return [inA, inB];
}

/** Neighbours of one kind as one piece. */
function piecesOf(words: readonly string[], changed: readonly boolean[]): readonly Piece[] {
  const pieces: { text: string; changed: boolean }[] = [];
  words.forEach((word, at) => {
    const isChanged = changed[at] === true;
    const last = pieces.at(-1);
    if (last?.changed === isChanged) last.text += word;
    else pieces.push({ text: word, changed: isChanged });
  });
  return pieces;
}

/** Two versions of a text in pieces, so that a reader sees which words were taken out and which were put in. */
export function changedWords(
  before: string,
  after: string,
): { readonly before: readonly Piece[]; readonly after: readonly Piece[] } {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const whole = {
    before: [{ text: before, changed: true }],
    after: [{ text: after, changed: true }],
  };
  if (a.length * b.length > MOST_PAIRS) return whole;
  const bare = (words: readonly string[]) => words.map((word) => word.trim());
  const [inA, inB] = withoutPartner(bare(a), bare(b));
  const common = inA.filter((changed) => !changed).length;
  if (common < LEAST_COMMON * Math.min(a.length, b.length)) return whole;
  return { before: piecesOf(a, inA), after: piecesOf(b, inB) };
}
