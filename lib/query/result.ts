import type { OwnKey } from '../series/fields';
import type { EstimateKey, MARKED } from '../series/measures';
import type { Certainty, Estimate, Incident, IncidentId, Relation, Source } from '../series/model';
import type { Box, OffMap, PointPrecision } from '../series/places/location';
import type { Day, DaySpan } from '../time/day';
import type { EventDate } from '../time/event-date';
import type { Query } from './query';

/** A count with its doubt: low ≤ best ≤ high. Best may be fractional, for dates are spread over their days. */
export interface Count {
  readonly low: number;
  readonly best: number;
  readonly high: number;
}

/** What a sum of what incidents report rests on, in incidents. */
export interface Basis {
  /** Incidents in high, and how many of them report any figure. */
  readonly matched: number;
  readonly reported: number;
  /** Of those beyond doubt, how many report a low end. */
  readonly sure: number;
  /** Incidents in best, how many of them add to `sum`, and what those count for: an incident in several bins for a part. */
  readonly inBest: number;
  readonly added: number;
  readonly weight: number;
  /** Of those that add: how many give no best figure, and add the low end of their range. */
  readonly withoutBest: number;
  /** Of those that report: how many say "at least", so that the sum has no high end. */
  readonly open: number;
  /** The bests and those low ends added up, whether or not that can stand as best; null where nothing adds. */
  readonly sum: number | null;
}

/**
 * A sum of casualties; low ≤ best ≤ high where they are given. All null: nobody reports any. Low alone null: of the
 * incidents beyond doubt none reports. Best alone null: not settled. High alone null: open upwards.
 */
export interface Sum extends Estimate {
  readonly basis: Basis;
}

/** The figure of a cell: a sum of casualties, or a count, which has no basis to tell. */
export interface CellValue extends Estimate {
  readonly basis: Basis | null;
}

export interface TotalResult extends Readonly<Record<EstimateKey, Sum>> {
  readonly incidents: Count;
  /** The own measures that were asked for. */
  readonly own: Readonly<Record<OwnKey, Sum>>;
  /** Incidents in high. */
  readonly matched: number;
  /** Of those: start open or unknown. */
  readonly undated: number;
  /** Of those: dated, with possible days in more than one bin. */
  readonly coarserThanBin: number;
  /** The best count by the firmest matching link: `certain`, `probable`, `none` (no link); each adds its weight. */
  readonly byCertainty: Readonly<Record<Certainty | 'none', number>>;
}

/** One bin of one group. Casualties that nobody reports are null. */
export interface BinValue extends CellValue {
  readonly start: Day;
  /** Null without a split; `none` and `several` have their meaning of query.ts. */
  readonly series: string | null;
}

/** Ascending by start, then group by code point; only bins with an incident in high. */
export interface BinsResult {
  readonly bins: readonly BinValue[];
}

export interface GroupValue extends CellValue {
  readonly series: string | null;
  /** Incidents in high. */
  readonly matched: number;
}

/** By code point of the group. */
export interface GroupsResult {
  readonly groups: readonly GroupValue[];
}

export interface FacetValue extends Count {
  readonly id: string;
}

/** By code point of the id; only values with an incident in high. */
export interface FacetResult {
  readonly values: readonly FacetValue[];
}

/** How an incident counts in the view: its share of best, and whether it stands in low and best. */
export interface CountedAs {
  readonly weight: number;
  readonly inLow: boolean;
  readonly inBest: boolean;
}

export interface Row extends CountedAs {
  readonly incident: Incident;
  /** Which of the incident's links the filter matches, as indexes into `incident.links`. */
  readonly matched: readonly number[];
}

export interface RowsResult {
  /** All incidents in high, whatever the page. */
  readonly total: number;
  readonly rows: readonly Row[];
}

/** Null fields: the incident is not among the rows, or has no neighbour on that side. */
export interface PositionResult {
  readonly total: number;
  readonly index: number | null;
  readonly previous: IncidentId | null;
  readonly next: IncidentId | null;
}

/** One incident in a lane; `fatalities` are what it is sized by, see {@link MARKED}. */
export interface Mark extends Pick<Incident, typeof MARKED.property> {
  readonly id: IncidentId;
  /** The group of the split; null without one. */
  readonly lane: string | null;
  readonly title: string;
  readonly date: EventDate;
  /** The strongest tie of the lane to the incident, in the order of RELATIONS; null without a link. */
  readonly relation: Relation | null;
  readonly certainty: Certainty | null;
  /** The link is disputed by somebody, or the nature of the incident is. */
  readonly disputed: boolean;
  /** Whether the lane counts it in its low and best. */
  readonly inLow: boolean;
  readonly inBest: boolean;
  /** Whether the view does: a lane may leave out what its own link leaves in doubt, and the view still counts it. */
  readonly viewLow: boolean;
  readonly viewBest: boolean;
}

/** Marks by date (first possible day, then last), id and lane. */
export interface MarksResult {
  readonly matched: number;
  readonly marks: readonly Mark[];
}

/** One group of a mark. */
export interface PlaceGroup extends CellValue {
  /** As in BinValue. */
  readonly series: string | null;
}

/** What is drawn at one place: the incidents of a point, or of a hexagon. */
export interface PlaceMark extends CellValue {
  /** As `place=` names it: `town:55.75:37.62`, `hex:50:60:412:-17`. Which one it is says {@link PlacesResult.as}. */
  readonly id: string;
  /** The point; of a hexagon its middle, see `hexCorners` for its corners. */
  readonly lat: number;
  readonly lon: number;
  /** Of a point; null for a hexagon, which may hold points of any. */
  readonly precision: PointPrecision | null;
  /**
   * The name that most of its incidents give, of several the first by code point, and how many names there are; null where there is none. Of
   * a hexagon those of the point in it that has the most incidents with a name, of several as many the northernmost, then the westernmost.
   */
  readonly name: string | null;
  readonly names: number;
  /** Incidents in high, whatever the measure. */
  readonly matched: number;
  /** By code point of the group; only those with an incident in high. */
  readonly groups: readonly PlaceGroup[];
  /** How many groups are not in `groups`, for more than were asked for; absent where all are. */
  readonly moreGroups?: number;
}

export interface PlacesResult {
  readonly as: 'points' | 'hexagons';
  /** By latitude from north to south, then by longitude from west to east, then by id; only those with an incident in high. */
  readonly marks: readonly PlaceMark[];
  /** Points, in the box, each with its precision: how many marks they are, or would be. */
  readonly points: number;
  /** The box around all points, those outside of the box asked for among them; null where there is none. */
  readonly extent: Box | null;
  /** Incidents at points outside of the box; of none where no box is asked for. */
  readonly outside: Count;
  /** Incidents that have no point, by what is known of their place: the margin of the map. Every matched one is here, outside or in one mark. */
  readonly off: Readonly<Record<OffMap, Count>>;
}

/** More runs as long as the longest are not named. */
export const MOST_TIES = 3;

export interface SpellsResult {
  /**
   * The longest run of days inside the window on which no matching incident can have begun (high; the earliest of
   * equals); null where nothing is dated, or no such day exists. Undated incidents are left aside.
   */
  readonly quiet: DaySpan | null;
  /** Other runs that are as long, the first {@link MOST_TIES} of them. */
  readonly ties: readonly DaySpan[];
  /**
   * When the last incident in best was: no earlier than the greatest first day of any of them, and no later than the
   * greatest last one, each taken over the days of the window on which an incident may have begun. `candidates` may be
   * the last one, for their last day is `earliest` or later; `id` is that with the latest last day (ties by first day,
   * then id, greatest). Null where none is in best.
   */
  readonly last: {
    readonly id: IncidentId;
    readonly earliest: Day;
    readonly latest: Day;
    readonly candidates: number;
  } | null;
}

/** The incident and the sources that it and its links name; null where the id is unknown. */
export interface IncidentResult {
  readonly incident: Incident | null;
  readonly sources: readonly Source[];
}

interface Results {
  readonly total: TotalResult;
  readonly bins: BinsResult;
  readonly groups: GroupsResult;
  readonly facet: FacetResult;
  readonly rows: RowsResult;
  readonly position: PositionResult;
  readonly marks: MarksResult;
  readonly places: PlacesResult;
  readonly spells: SpellsResult;
  readonly incident: IncidentResult;
}

/** The result that a query has. */
export type ResultOf<Q extends Query> = Results[Q['kind']];
