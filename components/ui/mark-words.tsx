import { fold } from '@/lib/text/fold';

/** A stretch of a text, as written, and whether a search found it. */
export interface MarkedPart {
  readonly text: string;
  readonly marked: boolean;
}

interface FoldedText {
  readonly text: string;
  /** For each unit of `text`, the character of the original that it comes from. */
  readonly origin: readonly number[];
}

/** Folds character by character, so that each folded unit knows where it comes from. */
function foldMapped(characters: readonly string[]): FoldedText {
  let text = '';
  const origin: number[] = [];
  for (const [index, character] of characters.entries()) {
    const folded = fold(character);
    text += folded;
    for (let unit = 0; unit < folded.length; unit++) origin.push(index);
  }
  const whole = fold(characters.join(''));
  return { text: whole.length === text.length ? whole : text, origin };
}

/** Which characters a word covers, at every place where it stands; accents that follow belong to their letter. */
function coverWord(folded: FoldedText, word: string, covered: boolean[], isAccent: readonly boolean[]): void {
  let at = folded.text.indexOf(word);
  while (at >= 0) {
    const first = folded.origin[at] ?? 0;
    let last = folded.origin[at + word.length - 1] ?? first;
    while (isAccent[last + 1]) last += 1;
    covered.fill(true, first, last + 1);
    at = folded.text.indexOf(word, at + 1);
  }
}

/**
 * A text cut where folded words stand in it, found as the search finds them: whatever the case and the accents. What is
 * cut is the text as written; a ligature is marked whole.
 */
export function markedParts(text: string, words: readonly string[]): readonly MarkedPart[] {
  const characters = [...text];
  const covered = characters.map(() => false);
  const folded = foldMapped(characters);
  const isAccent = characters.map((character) => fold(character) === '');
  for (const word of words) if (word !== '') coverWord(folded, word, covered, isAccent);
  const parts: { text: string; marked: boolean }[] = [];
  for (const [index, character] of characters.entries()) {
    const marked = covered[index] ?? false;
    const last = parts.at(-1);
    if (last?.marked === marked) last.text += character;
    else parts.push({ text: character, marked });
  }
  return parts;
}

/** A text with the words of a search marked. `words` are folded. */
export function MarkWords({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  // Not the bare text: only what stands in an element is made fit to show.
  if (words.length === 0) return <>{text}</>;
  let at = 0;
  return markedParts(text, words).map((part) => {
    const key = at;
    at += part.text.length;
    return part.marked ? <mark key={key}>{part.text}</mark> : <span key={key}>{part.text}</span>;
  });
}

/** Whether some word stands in none of the texts, so that only the notes can have matched it. */
export function foundElsewhere(words: readonly string[], texts: readonly (string | null)[]): boolean {
  const folded = texts.map((text) => fold(text ?? ''));
  return words.some((word) => !folded.some((text) => text.includes(word)));
}
