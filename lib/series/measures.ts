import type { OwnField, OwnKey } from './fields';

/** A noun in its two numbers. */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

/** What every field says of itself, whether it has a role in the model or is the series' own. */
export type Described = Pick<
  OwnField,
  'label' | 'kind' | 'many' | 'unit' | 'aggregate' | 'column' | 'description'
>;

/** What a measure says of itself beside: how a chart of it is called, what its figures count, what may not be reported. */
export interface Measured {
  /** As the address names it. */
  readonly key: string;
  readonly title: string;
  readonly unit: string | null;
  readonly noun: Noun;
  /** What nobody reports where there is no figure: `nobody reports any fatalities`. */
  readonly unreported: string;
}

/** A number with low, best and high that the model knows of every incident. */
interface EstimateRole extends Described, Measured {
  /** The property of an incident, which is also its key in incidents.json. */
  readonly property: string;
  /** What its columns begin with in flat exports and in the store: `fatalities_low`. */
  readonly flat: string;
  /** What they begin with in a Data Package. */
  readonly packaged: string;
  /** Whom the importer's codebook says a column of it counts: `People killed`. */
  readonly counts: string;
  /** What stands behind a figure of it: `145 killed`. */
  readonly behind: Noun;
  /**
   * Whether it is in the record that a revision is named by where nothing is reported, too. One that came later is not, so that
   * series without it keep their names.
   */
  readonly recorded: 'always' | 'where-reported';
  /** What the table is called when it is sorted by it: `the most killed first`. */
  readonly greatestFirst: string;
  readonly uses: readonly ('measure' | 'column' | 'usual')[];
}

const SUM = {
  kind: 'number',
  many: false,
  unit: null,
  aggregate: 'sum',
  column: null,
} as const;

/**
 * The estimates of the model: each is a measure, a column, a line on the page of an incident, three columns of every
 * export. A further one needs no more than an entry here and a column that an importer reads it from.
 */
export const ESTIMATES = [
  {
    ...SUM,
    key: 'fatalities',
    uses: ['measure', 'column', 'usual'],
    property: 'fatalities',
    flat: 'fatalities',
    packaged: 'killed',
    recorded: 'always',
    label: 'Killed',
    title: 'Fatalities',
    counts: 'People killed',
    noun: { one: 'fatality', many: 'fatalities' },
    behind: { one: 'killed', many: 'killed' },
    unreported: 'any fatalities',
    greatestFirst: 'the most killed first',
    description: 'How many people were killed; the codebook of the series says whom that includes.',
  },
  {
    ...SUM,
    key: 'injured',
    uses: ['measure', 'column', 'usual'],
    property: 'injured',
    flat: 'injured',
    packaged: 'injured',
    recorded: 'always',
    label: 'Injured',
    title: 'Injured',
    counts: 'People injured',
    noun: { one: 'injured', many: 'injured' },
    behind: { one: 'injured', many: 'injured' },
    unreported: 'how many were injured',
    greatestFirst: 'the most injured first',
    description: 'How many people were injured.',
  },
  {
    ...SUM,
    key: 'perpetrators',
    uses: ['measure', 'column'],
    property: 'perpetratorsKilled',
    flat: 'perpetrators_killed',
    packaged: 'perpetrators_killed',
    recorded: 'always',
    label: 'Attackers killed',
    title: 'Attackers killed',
    counts: 'Perpetrators killed',
    noun: { one: 'attacker killed', many: 'attackers killed' },
    behind: { one: 'attacker killed', many: 'attackers killed' },
    unreported: 'whether attackers were killed',
    greatestFirst: 'the most attackers killed first',
    description: 'How many of those who carried it out were killed; they are not among the killed.',
  },
] as const satisfies readonly EstimateRole[];

export type EstimateEntry = (typeof ESTIMATES)[number];
export type EstimateKey = EstimateEntry['key'];
export type EstimateProperty = EstimateEntry['property'];

/**
 * The estimate that marks are sized by and that pictures name: marks of one size must mean one thing, whatever the
 * measure, and how many were killed is what most sources code.
 */
export const MARKED = ESTIMATES[0];

/** The measure that every series has. */
export const INCIDENTS = {
  key: 'incidents',
  title: 'Incidents',
  unit: null,
  noun: { one: 'incident', many: 'incidents' },
  unreported: 'any incidents',
} as const satisfies Measured;

/** What an engine can add up: incidents, an estimate of the model, or the numbers of an own field. */
export type BaseMeasure = typeof INCIDENTS.key | EstimateKey | OwnKey;

/**
 * How a derived measure follows from the figures of its base. `per-incident`: the figure divided by the incidents that report
 * it. `share`: the figure in per cent of that of all groups together.
 */
export type Formula = 'per-incident' | 'share';

/**
 * A measure that no engine adds up: it is worked out of the figures of another, for bins, groups and comparisons. One incident has
 * none, so that it is no column of the table or of exports.
 */
interface DerivedMeasure extends Measured {
  readonly base: typeof INCIDENTS.key | EstimateKey;
  readonly formula: Formula;
  readonly description: string;
}

export const DERIVED = [
  {
    key: 'killed-per-incident',
    title: 'Killed per incident',
    base: 'fatalities',
    unit: null,
    formula: 'per-incident',
    unreported: 'any fatalities',
    noun: { one: 'killed per incident', many: 'killed per incident' },
    description: 'The killed, divided by the incidents that report how many were killed.',
  },
  {
    key: 'share',
    title: 'Share of incidents',
    base: 'incidents',
    unit: '%',
    formula: 'share',
    unreported: 'any incidents',
    noun: { one: '% of the incidents', many: '% of the incidents' },
    description: 'The incidents of a group in per cent of all incidents of the view in the same bin.',
  },
] as const satisfies readonly DerivedMeasure[];

export type DerivedEntry = (typeof DERIVED)[number];
export type DerivedKey = DerivedEntry['key'];

/** What a bar can count. */
export type Measure = BaseMeasure | DerivedKey;

type BuiltIn<M extends Measure> = Exclude<M, OwnKey>;

/** The measures that engines know in every series. */
export const BASE_MEASURES: readonly [BuiltIn<BaseMeasure>, ...BuiltIn<BaseMeasure>[]] = [
  INCIDENTS.key,
  ...ESTIMATES.map(({ key }) => key),
];

/** The measures that every series can have, as the address names them. */
export const MEASURES: readonly [BuiltIn<Measure>, ...BuiltIn<Measure>[]] = [
  ...BASE_MEASURES,
  ...DERIVED.map(({ key }) => key),
];

const ESTIMATE_BY_KEY = new Map<string, EstimateEntry>(ESTIMATES.map((entry) => [entry.key, entry]));

const DERIVED_BY_KEY = new Map<string, DerivedEntry>(DERIVED.map((entry) => [entry.key, entry]));

/** The estimate of a key; undefined where the key is none of one. */
export function estimateOf(key: string): EstimateEntry | undefined {
  return ESTIMATE_BY_KEY.get(key);
}

/** The property of an incident that an estimate stands in. */
export function propertyOf(key: EstimateKey): EstimateProperty {
  return ESTIMATE_BY_KEY.get(key)!.property;
}

/** Something for each estimate, by its key. */
export function byEstimate<T>(make: (key: EstimateKey) => T): Readonly<Record<EstimateKey, T>> {
  return Object.fromEntries(ESTIMATES.map(({ key }) => [key, make(key)])) as Record<EstimateKey, T>;
}

/** Something made of each entry, by the property of an incident that it stands in. */
export function byEstimateEntry<T>(make: (entry: EstimateEntry) => T): Readonly<Record<EstimateProperty, T>> {
  return Object.fromEntries(ESTIMATES.map((entry) => [entry.property, make(entry)])) as Record<
    EstimateProperty,
    T
  >;
}

/** Something for each estimate, by the property of an incident that it stands in. */
export function byProperty<T>(
  make: (property: EstimateProperty) => T,
): Readonly<Record<EstimateProperty, T>> {
  return byEstimateEntry(({ property }) => make(property));
}

/** The estimates that a page shows without being asked: in the headline, in the table, in sentences. */
export const USUAL_ESTIMATES: readonly EstimateEntry[] = ESTIMATES.filter(({ uses }) =>
  (uses as readonly string[]).includes('usual'),
);

/** The derived measure of a key; undefined where the key is none of one. */
export function derivedOf(key: string): DerivedEntry | undefined {
  return DERIVED_BY_KEY.get(key);
}

/** The measure that engines are asked for: of a derived one the one it is worked out of. */
export function baseOf(measure: Measure): BaseMeasure {
  return derivedOf(measure)?.base ?? (measure as BaseMeasure);
}
