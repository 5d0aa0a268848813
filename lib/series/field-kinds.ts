/** What the values of a field of the series' own are, and what follows from that wherever fields are read or drawn. */
interface KindEntry {
  /** What they are, in words. */
  readonly words: string;
  /** As what one value is held, in memory, in files and in databases; days are texts, `YYYY-MM-DD`. */
  readonly held: 'text' | 'number' | 'flag';
  /** Whether an incident can have several. */
  readonly several: boolean;
  /** Whether incidents can be counted by them: an incident has one or more out of few. */
  readonly grouping: boolean;
  /** Whether they stand in an order, so that a filter can name a range. */
  readonly ranged: boolean;
}

/** Every kind of field. */
export const KINDS = {
  category: { words: 'category', held: 'text', several: true, grouping: true, ranged: false },
  number: { words: 'number', held: 'number', several: false, grouping: false, ranged: true },
  text: { words: 'text', held: 'text', several: true, grouping: false, ranged: false },
  flag: { words: 'yes or no', held: 'flag', several: false, grouping: true, ranged: false },
  day: { words: 'day', held: 'text', several: false, grouping: false, ranged: true },
  address: { words: 'address', held: 'text', several: true, grouping: false, ranged: false },
} as const satisfies Readonly<Record<string, KindEntry>>;

export type FieldKind = keyof typeof KINDS;
/** As what one value of a field is held. */
export type Held = KindEntry['held'];

/** The kinds in the order in which menus show them. */
export const FIELD_KINDS = Object.keys(KINDS) as [FieldKind, ...FieldKind[]];
