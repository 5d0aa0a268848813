import type { Day, DaySpan } from '../time/day';
import type { EventDate } from '../time/event-date';
import type { OwnField, OwnValues } from './fields';
import type { EstimateProperty } from './measures';

/** Ids as the package writes them: `^[A-Za-z0-9][A-Za-z0-9._~-]*$`. `none` and `several` are reserved. */
export type DatasetId = string & { readonly __brand: 'DatasetId' };
export type IncidentId = string & { readonly __brand: 'IncidentId' };
export type ActorId = string & { readonly __brand: 'ActorId' };
export type TypeId = string & { readonly __brand: 'TypeId' };
export type RegionId = string & { readonly __brand: 'RegionId' };
export type SourceId = string & { readonly __brand: 'SourceId' };

/** How an actor is tied to an incident; see docs/methods.md. Who was struck is `targets`, not a relation. */
export const RELATIONS = ['claimed', 'attributed', 'suspected', 'involved'] as const;
export type Relation = (typeof RELATIONS)[number];

export const CERTAINTIES = ['certain', 'probable', 'possible'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Who began the incident. `state` operations never add into counts of the others. */
export const INITIATORS = ['non-state', 'foreign-state', 'mixed', 'unclear', 'state'] as const;
export type Initiator = (typeof INITIATORS)[number];

/** A figure with its doubt; null is "not reported", never zero. Where several are given, low ≤ best ≤ high. */
export interface Estimate {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

/** The estimates that the model knows of an incident. */
type Estimates = { readonly [P in EstimateProperty]: Estimate };

/** One actor's tie to one incident. */
export interface Link {
  readonly actor: ActorId;
  readonly relation: Relation;
  readonly certainty: Certainty;
  /** Who made the claim, where it is the organisation the actor is part of; null where nobody else did. */
  readonly claimant: ActorId | null;
  /** Who disputes it, in words; empty where nobody does. */
  readonly disputedBy: readonly string[];
  readonly outlet: string | null;
  readonly date: EventDate | null;
  readonly sources: readonly SourceId[];
}

/** How precisely the place of an incident is known. `town` is any settlement; `country` says that no more is known than that. */
export const GEO_PRECISIONS = ['exact', 'town', 'district', 'region', 'country'] as const;
export type GeoPrecision = (typeof GEO_PRECISIONS)[number];

export interface Place {
  readonly name: string | null;
  readonly country: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly precision: GeoPrecision | null;
  /** What to know about the territory, such as occupation; null where nothing. */
  readonly note: string | null;
}

/** One coded occurrence. */
export interface Incident extends Estimates {
  readonly id: IncidentId;
  readonly date: EventDate;
  readonly title: string;
  readonly type: TypeId | null;
  readonly subtypes: readonly TypeId[];
  readonly regions: readonly RegionId[];
  readonly place: Place;
  readonly links: readonly Link[];
  /** Who or what was struck, in words. */
  readonly targets: readonly string[];
  /** Whether it was an attack at all is disputed. */
  readonly natureDisputed: boolean;
  readonly inScope: boolean;
  /** Why it is outside the scope, or a border case of it; null where there is nothing to say. */
  readonly scopeNote: string | null;
  readonly initiator: Initiator;
  readonly sources: readonly SourceId[];
  readonly notes: string | null;
  /** What the series' own fields say of it. */
  readonly own: OwnValues;
}

export interface Actor {
  readonly id: ActorId;
  readonly name: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
  readonly kind: string | null;
  readonly ideology: string | null;
  readonly activeFrom: string | null;
  readonly activeTo: string | null;
  readonly homeBase: string | null;
  readonly notes: string | null;
  readonly sources: readonly SourceId[];
}

/** `part` rolls up: selecting the parent counts the child. `tie` is shown and never counted. Dates are EDTF bounds. */
export interface ActorRelation {
  readonly child: ActorId;
  readonly parent: ActorId;
  readonly kind: 'part' | 'tie';
  readonly from: EventDate | null;
  readonly to: EventDate | null;
  readonly note: string | null;
}

export interface TypeDef {
  readonly id: TypeId;
  readonly label: string;
  readonly description: string | null;
}

export interface RegionDef {
  readonly id: RegionId;
  readonly label: string;
  readonly country: string | null;
  /** The region that it lies in, such as a country; absent where there is none, so that series without a tree keep their names. */
  readonly parent?: RegionId;
}

export interface Source {
  readonly id: SourceId;
  readonly publisher: string;
  readonly title: string;
  readonly date: string | null;
  readonly url: string | null;
  /** Only an address that was seen is shown as a link. */
  readonly urlSeen: boolean;
  readonly origin: string | null;
  /** How much of it was read: `opening`, `whole`, or null. */
  readonly read: string | null;
}

/** What the coder watched less well, drawn as hatching. `actors`, `types` and `regions` narrow it; empty means all. */
export interface CoverageNote {
  readonly id: string;
  readonly from: Day;
  readonly to: Day;
  readonly kind: 'gap' | 'thin' | 'sample';
  readonly actors: readonly ActorId[];
  readonly types: readonly TypeId[];
  /** With all that lies in them. Absent for all, so that a series without any keeps its revision. */
  readonly regions?: readonly RegionId[];
  readonly text: string;
}

/** Dated context drawn in the charts; never counted. */
export interface Annotation {
  readonly id: string;
  readonly date: EventDate;
  readonly label: string;
  readonly text: string;
  readonly sources: readonly SourceId[];
}

/** A count somebody else published, with its scope in the URL grammar. */
export interface ReferenceCount {
  readonly id: string;
  readonly who: string;
  readonly basis: string;
  /** As printed: `22`, `about 30`. */
  readonly value: string;
  /** A query string of the URL grammar, without a window: `actor=islamic-state&relation=claimed`. */
  readonly scope: string;
  readonly from: Day;
  /** The last day the count can cover. */
  readonly to: Day;
  /** True where the count says "since": any later `to` matches too. */
  readonly openEnd: boolean;
  readonly sources: readonly SourceId[];
  readonly note: string;
}

export interface NamedView {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** A query string of the URL grammar. */
  readonly query: string;
}

/** The span and the places that the coder watched. */
export interface Coverage {
  readonly from: Day;
  readonly to: Day;
  readonly places: string;
  readonly note: string | null;
}

/** Under which terms a series may be used. */
export interface Licence {
  readonly name: string;
  readonly url: string | null;
  /** Why rows may not be passed on, in a sentence; absent where they may. Figures and pictures may be in any case. */
  readonly closed?: string;
}

/** What must be known to read and cite the series. */
export interface SeriesMeta {
  readonly id: DatasetId;
  readonly title: string;
  readonly description: string;
  readonly publisher: string;
  readonly licence: Licence;
  /** How its incidents are called in sentences: `{one: 'attack', many: 'attacks'}`. */
  readonly noun: { readonly one: string; readonly many: string };
  readonly coverage: Coverage;
  /**
   * Up to when sources were read: a year, month or day, as `2026-11`. What they published later is in no figure. Absent
   * where nobody said.
   */
  readonly sourcesUntil?: string;
  /** Markdown-free paragraphs: how rows came to be. */
  readonly provenance: readonly string[];
  /** One entry a column: what it means. */
  readonly codebook: readonly { readonly field: string; readonly meaning: string }[];
}

/** How many people there are in a region in a stretch of time: what a rate by people is divided by. */
export interface Denominator extends DaySpan {
  /** Null: in all places of the series. */
  readonly region: RegionId | null;
  /** The days it holds for, as written: `2019`, `2019-07`, `2019/2021`. */
  readonly date: string;
  /** Above zero. */
  readonly people: number;
  readonly sources: readonly SourceId[];
}

/** A closed line of positions, each a longitude and a latitude; the last position is the first. */
export type Ring = readonly (readonly [lon: number, lat: number])[];

/** The outline of a region, as the series brings it. */
export interface RegionArea {
  readonly region: RegionId;
  /** The days it holds for, as written: `1991/2008`, `2019`; null: always. */
  readonly date: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  /** The polygons: of each the outer ring first, then those of its holes, wound as the file has them. */
  readonly polygons: readonly (readonly Ring[])[];
  readonly sources: readonly SourceId[];
}

/** Everything of a series but its incidents and sources: what labels, menus and charts need. */
export interface SeriesGuide {
  readonly meta: SeriesMeta;
  /** The fields of its own, in the order of its columns. */
  readonly fields: readonly OwnField[];
  readonly actors: readonly Actor[];
  readonly actorRelations: readonly ActorRelation[];
  readonly types: readonly TypeDef[];
  readonly regions: readonly RegionDef[];
  readonly coverageNotes: readonly CoverageNote[];
  readonly annotations: readonly Annotation[];
  readonly referenceCounts: readonly ReferenceCount[];
  readonly namedViews: readonly NamedView[];
  /** Absent where the series has none, as in the revisions from before there were any. */
  readonly denominators?: readonly Denominator[];
  /** Absent where the series brings none. */
  readonly areas?: readonly RegionArea[];
}

/** Incidents, actors and sources under one revision. */
export interface Series extends SeriesGuide {
  readonly incidents: readonly Incident[];
  readonly sources: readonly Source[];
}
