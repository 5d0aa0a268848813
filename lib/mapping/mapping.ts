import type { DateRule } from '../dates/date-rule';
import type { WantedReading } from '../formats/reading';
import type { OwnField } from '../series/fields';
import type { EstimateProperty } from '../series/measures';
import type { Certainty, GeoPrecision, Initiator, Relation } from '../series/model';

/** A value that is the same for every row, or follows from a cell: `values` by text as trimmed, else `otherwise`. */
export type ValueRule<T> =
  | { readonly fixed: T }
  | {
      readonly column: string;
      readonly values: Readonly<Record<string, T>>;
      readonly otherwise: T;
    };

/** Columns are named as `RawColumn.name` has them. */
export type DateMapping =
  | ({
      readonly kind: 'one';
      readonly column: string;
      readonly rule: DateRule;
      /** How precise the coder says the date is, where a column says so; null where the text says it all. */
      readonly precision: ValueRule<CodedPrecision> | null;
    } & DateAside)
  /** Year, month and day in columns of their own; zero, negative codes and blanks are unknown. */
  | ({
      readonly kind: 'parts';
      readonly year: string;
      readonly month: string | null;
      readonly day: string | null;
      /** The week of ISO 8601 where neither month nor day says more. */
      readonly week?: string;
      /** The quarter, 1 to 4, where nothing finer is there. */
      readonly quarter?: string;
      /** The day of the year, 1 to 366, in place of month and day. */
      readonly dayOfYear?: string;
      /** Where the rows end, by parts of their own; a row without an end is of its one day. */
      readonly end?: EndParts;
      /**
       * Free text that says more where the parts are not a whole day (GTD `approxdate`), or a day without a year; used
       * where it is understood.
       */
      readonly text: string | null;
      /** How month names and the free text are read. */
      readonly rule: DateRule;
    } & DateAside)
  | ({
      readonly kind: 'span';
      readonly start: string;
      readonly end: string;
      readonly rule: DateRule;
      /**
       * What two days mean: an incident that lasted (`A/B`, counted at its start), or doubt about the day (`[A..B]`), as
       * UCDP's date_prec over 1 and whole calendar months or years are.
       */
      readonly meaning: ValueRule<'lasting' | 'doubt'>;
    } & DateAside);

/** The parts of an end, as those of a start. */
export interface EndParts {
  readonly year: string;
  readonly month: string | null;
  readonly day: string | null;
}

/** What stands beside a date and bears on it. A key is left out where there is no such thing. */
export interface DateAside {
  /** A column that has the year once more: a row in which the two differ gets a warning. */
  readonly check?: string;
  /** Times are moved from UTC, or the offset they are written with, to the zone that this column names. */
  readonly zone?: string;
  /** `above`: a blank cell stands for the last one above it that is filled. */
  readonly blank?: 'above';
}

/** `week`: some day of about that week, three days to either side; `as-written` leaves the date as its text is. */
export type CodedPrecision = 'as-written' | 'day' | 'week' | 'month' | 'year';

/** One column (or the members of its cells) that names actors. */
export interface ActorMapping {
  readonly column: string;
  /** What separates several actors in a cell; null where a cell is one. */
  readonly separator: string | null;
  readonly relation: ValueRule<Relation>;
  readonly certainty: ValueRule<Certainty>;
}

/** A column that becomes a field of the series' own. */
export interface FieldMapping extends Omit<OwnField, 'column' | 'description' | 'many'> {
  readonly column: string;
  /** What separates several values in a cell; null where a cell is one. */
  readonly separator: string | null;
  /** What coded values mean, such as `1` → `state forces`; a value that is not named stands for itself. */
  readonly labels: Readonly<Record<string, string>>;
  /** What it means, for the codebook; left out where nobody says so. */
  readonly description?: string;
  /** Cells that say that it is not known, such as `-99`; left out where there are none. */
  readonly unknown?: readonly string[];
  /** Which sign parts decimals in its numbers; left out where that of the whole file holds. */
  readonly decimals?: DecimalSign;
}

/** Three columns of one figure; null where there is none. One column alone is `best`. */
export interface EstimateMapping {
  readonly low: string | null;
  readonly best: string | null;
  readonly high: string | null;
  /** Columns of which the figure is the sum, where `best` is null: nationals and foreigners, police and civilians. */
  readonly parts?: readonly string[];
}

/** Several columns, or a separator inside them, that make one list. */
export interface ListMapping {
  readonly columns: readonly string[];
  readonly separator: string | null;
}

/** Spellings that are one actor. Made by a reader, or accepted by one; never applied unseen. */
export interface ActorGroup {
  /** The name that is shown and makes the id. */
  readonly name: string;
  readonly spellings: readonly string[];
}

/** How names in cells become actors. A spelling that is nowhere named stands for itself. */
export interface ActorDecisions {
  readonly groups: readonly ActorGroup[];
  /** Texts that mean that the actor is not known: no link is made of them. */
  readonly placeholders: readonly string[];
}

/** What the series says of itself, where the file does not. Null is "not stated". */
export interface MetaMapping {
  readonly title: string | null;
  readonly description: string | null;
  readonly publisher: string | null;
  /** `closed` says why rows may not be passed on; null where they may. */
  readonly licence: {
    readonly name: string;
    readonly url: string | null;
    readonly closed: string | null;
  } | null;
  readonly noun: { readonly one: string; readonly many: string } | null;
  readonly places: string | null;
  /** Whom the killed of the series include, in a sentence. */
  readonly killed: string | null;
}

export type RowMeaning = 'incident' | 'claim';
export type PairOrder = 'lat-lon' | 'lon-lat';
export type DecimalSign = 'point' | 'comma';

/** Where the estimates of the model come from. */
type Estimates = { readonly [P in EstimateProperty]: EstimateMapping };

/** Which column means what. Plain JSON: can be saved, sent and used again for a file with the same header. */
export interface Mapping extends Estimates {
  readonly format: 'annals-mapping/1';
  /** Fingerprint of the header, by which a saved mapping is found again. */
  readonly shape: string;
  /** The published layout it was recognised as, such as `ucdp-ged`; null where it is the file's own. */
  readonly layout: string | null;
  readonly reading: WantedReading;
  /** What a row is: an incident, or one claim or tie of an incident whose rows share its id. */
  readonly row: RowMeaning;
  readonly date: DateMapping;
  /** The column of the file's own ids; null where it has none, and content makes them. */
  readonly id: string | null;
  /** Text with columns in braces, `{event_type} in {location}`; null makes one of type and place. */
  readonly title: string | null;
  readonly actors: readonly ActorMapping[];
  readonly targets: ListMapping | null;
  readonly type: string | null;
  readonly subtypes: readonly string[];
  /** Labels for coded types, such as `1` → `state-based conflict`. */
  readonly typeLabels: Readonly<Record<string, string>>;
  /** Regions (admin 1) of an incident. */
  readonly regions: readonly string[];
  /** What separates several regions in a cell; null where a cell is one. */
  readonly regionSeparator: string | null;
  /** Columns of the parts of a region that a row names, each a part of the one before: admin 2, admin 3. */
  readonly districts: readonly string[];
  /** The outlines by which an incident whose row names no region gets the one in which its point lies; null for none. */
  readonly regionsByPoint: string | null;
  readonly place: string | null;
  readonly country: string | null;
  readonly lat: string | null;
  readonly lon: string | null;
  /** Which comes first where one column, as both `lat` and `lon`, holds the two. */
  readonly pairOrder: PairOrder;
  readonly geoPrecision: ValueRule<GeoPrecision | null> | null;
  /** Numbers that stand for "not reported" in figures, such as `-9` and `-99`. */
  readonly unknownNumbers: readonly string[];
  /** Which sign parts decimals in figures; with `comma`, the point parts thousands. */
  readonly decimals: DecimalSign;
  /** Texts that stand for themselves in a column, though they are usual signs of "not known": NA, where it is Namibia. */
  readonly literals: Readonly<Record<string, readonly string[]>>;
  readonly sources: ListMapping | null;
  readonly notes: readonly string[];
  readonly initiator: ValueRule<Initiator>;
  readonly natureDisputed: ValueRule<boolean>;
  readonly inScope: ValueRule<boolean>;
  readonly actorDecisions: ActorDecisions;
  /**
   * The columns that become fields of the series' own; null for all that nothing else takes, as their cells are. A column
   * that is in no list is dropped.
   */
  readonly fields: readonly FieldMapping[] | null;
  readonly meta: MetaMapping;
}

/** What names a field of a mapping in questions, reasons and the form. */
export type MappingField = Exclude<keyof Mapping, 'format' | 'shape' | 'layout' | 'reading'>;
