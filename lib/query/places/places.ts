import type { Box, OffMap, PointPrecision } from '../../series/location';
import type { BaseMeasure } from '../../series/measures';
import type { Filter, SplitBy } from '../query';
import type { CellValue, Count } from '../result';
import type { HexGrid } from './hexagons';

/**
 * The incidents of a view by place, each counted, never a sample. Incidents at one point that is known as precisely are one
 * mark. Where that would be more than `most` marks, those of one hexagon of `grid` are one instead.
 * The caller has taken the clauses on box and place out of `filter`, so that the map shows what can be chosen beside them.
 */
export interface PlacesQuery extends SplitBy {
  readonly kind: 'places';
  readonly filter: Filter;
  readonly measure: BaseMeasure;
  /** As in BinsQuery: whether an incident forms one group of its mark, or counts in each of its groups. */
  readonly stacked: boolean;
  /** Points outside are left out of the marks, and counted as `outside`; null is the whole world. */
  readonly box: Box | null;
  /** 0 for hexagons in any case. */
  readonly most: number;
  readonly grid: HexGrid;
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
  /** The first of the names of its places by code point, and how many names there are; null where no place has one. */
  readonly name: string | null;
  readonly names: number;
  /** Incidents in high, whatever the measure. */
  readonly matched: number;
  /** By code point of the group; only those with an incident in high. */
  readonly groups: readonly PlaceGroup[];
}

export interface PlacesResult {
  readonly as: 'points' | 'hexagons';
  /** By latitude from north to south, then by longitude from west to east, then by id; only those with an incident in high. */
  readonly marks: readonly PlaceMark[];
  /** Points, in the box, each with its precision: how many marks they are, or would be. */
  readonly points: number;
  /** The least box around all points, those outside of the box asked for among them; null where there is none. */
  readonly extent: Box | null;
  /** Incidents at points outside of the box; of none where no box is asked for. */
  readonly outside: Count;
  /** Incidents that have no point, by what is known of their place: the margin of the map. Every matched one is here, outside or in one mark. */
  readonly off: Readonly<Record<OffMap, Count>>;
}
