import type { ProposedGroup } from '../../proposal';

const ACRONYM = /\s*[([]\s*([\p{Lu}\p{N}][\p{Lu}\p{N}.&/-]{0,11}s?)\s*[)\]]\s*$/u;

/** A final acronym in brackets: letters in upper case, not a year. */
function acronymOf(name: string): string | null {
  const found = ACRONYM.exec(name)?.[1] ?? null;
  return found !== null && /\p{Lu}/u.test(found) ? found : null;
}

const withoutAcronym = (name: string) => (acronymOf(name) === null ? name : name.replace(ACRONYM, ''));
const withoutCase = (name: string) => name.toLowerCase();
const withoutSigns = (name: string) => name.replace(/\s*[\p{P}\p{S}]+\s*/gu, ' ').trim();
const withoutSpaces = (name: string) => name.replace(/\s+/g, '');

/** What is left out of account, in the order in which it must be. */
const ASPECTS: readonly { readonly differ: string; readonly drop: (name: string) => string }[] = [
  { differ: 'acronym in brackets', drop: withoutAcronym },
  { differ: 'case', drop: withoutCase },
  { differ: 'punctuation', drop: withoutSigns },
  { differ: 'spacing', drop: withoutSpaces },
];

const keyOf = (name: string) => ASPECTS.reduce((text, { drop }) => drop(text), name.normalize('NFKC'));

/** In what spellings differ: each aspect that keeps them apart when all the others are left out of account. */
function differences(spellings: readonly string[]): readonly string[] {
  return ASPECTS.filter((aspect) => {
    const others = ASPECTS.filter((one) => one !== aspect);
    const left = spellings.map((name) =>
      others.reduce((text, { drop }) => drop(text), name.normalize('NFKC')),
    );
    return new Set(aspect.differ === 'punctuation' ? left.map(tight) : left).size > 1;
  }).map(({ differ }) => differ);
}

const tight = (name: string) => name.replace(/\s+/g, '');

type Counted = readonly [name: string, count: number];

/** Names with two acronyms are two actors: then each acronym is a group, and the name without one stands alone. */
function split(members: readonly Counted[]): readonly (readonly Counted[])[] {
  const acronyms = new Set(members.map(([name]) => acronymOf(name)).filter((one) => one !== null));
  if (acronyms.size < 2) return [members];
  return [null, ...acronyms].map((one) => members.filter(([name]) => acronymOf(name) === one));
}

function groupOf(members: readonly Counted[]): ProposedGroup {
  const sorted = [...members].sort((a, b) => b[1] - a[1]);
  const spellings = sorted.map(([name]) => name);
  return {
    name: spellings[0] ?? '',
    spellings,
    counts: sorted.map(([, count]) => count),
    differ: differences(spellings),
  };
}

const size = ({ counts }: ProposedGroup) => counts.reduce((sum, count) => sum + count, 0);

/**
 * Spellings that differ only in case, spacing, punctuation or an acronym in brackets, most frequent first. Diacritics
 * and other letters make another name. It only proposes: nothing is merged by it.
 */
export function groupActors(names: ReadonlyMap<string, number>): readonly ProposedGroup[] {
  const byKey = new Map<string, Counted[]>();
  for (const entry of names) {
    const key = keyOf(entry[0]);
    const members = byKey.get(key);
    if (key === '') continue;
    if (members) members.push(entry);
    else byKey.set(key, [entry]);
  }
  return [...byKey.values()]
    .filter((members) => members.length > 1)
    .flatMap(split)
    .filter((members) => members.length > 1)
    .map(groupOf)
    .sort((a, b) => size(b) - size(a));
}
