'use client';

import { createColumnHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { Row } from '@/lib/query/result';
import type { SeriesInfo } from '@/lib/query/series-info';
import { isOwnKey, type OwnKey, ownField } from '@/lib/series/fields';
import type { SeriesGuide } from '@/lib/series/model';
import { formatEventDate } from '@/lib/time/format';
import { columnLabel } from '@/lib/view/labels';
import type { BuiltInColumn, Column, View } from '@/lib/view/view';
import {
  ActorCell,
  FigureCell,
  InitiatorCell,
  RegionCell,
  RelationCell,
  TextCell,
  TitleCell,
  TypeCell,
} from './cells';
import { OwnCell } from './own-cell';

/** A row of the table: its place among all rows, and the incident once it is here. */
export interface TableItem {
  readonly index: number;
  readonly row: Row | null;
}

/** What the table does by itself: nothing but know the order. Engines sort. */
export const features = tableFeatures({ rowSortingFeature });

const helper = createColumnHelper<typeof features, TableItem>();

function column(guide: SeriesGuide, id: Column, draw: (row: Row) => ReactNode) {
  return helper.display({
    id,
    header: columnLabel(guide, id),
    cell: ({ row }) => (row.original.row === null ? null : draw(row.original.row)),
  });
}

const DRAW: Readonly<Record<BuiltInColumn, (row: Row) => ReactNode>> = {
  date: ({ incident }) => formatEventDate(incident.date),
  title: (row) => <TitleCell row={row} />,
  actor: (row) => <ActorCell row={row} />,
  relation: (row) => <RelationCell row={row} />,
  type: (row) => <TypeCell row={row} />,
  region: (row) => <RegionCell row={row} />,
  place: ({ incident }) => <TextCell text={incident.place.name} />,
  initiator: (row) => <InitiatorCell row={row} />,
  fatalities: ({ incident }) => (
    <FigureCell estimate={incident.fatalities} disputed={incident.natureDisputed} />
  ),
  injured: ({ incident }) => <FigureCell estimate={incident.injured} disputed={incident.natureDisputed} />,
  perpetrators: ({ incident }) => <FigureCell estimate={incident.perpetratorsKilled} />,
  sources: ({ incident }) => incident.sources.length,
  id: ({ incident }) => incident.id,
};

/** Columns that stand there only where the reader asks for them; the place stands beneath the title anyway. */
const ON_REQUEST: readonly Column[] = ['place', 'initiator', 'perpetrators', 'id'];
/** So many of the series' own fields are shown without asking, those that group or measure before others. */
const MOST_OWN = 4;

function usualOwn({ guide, offers }: Pick<SeriesInfo, 'guide' | 'offers'>): readonly Column[] {
  const own = offers.columns.filter(isOwnKey);
  const rank = (key: OwnKey) => {
    const field = ownField(guide, key);
    return field === undefined || field.kind === 'text' || field.kind === 'address'
      ? 2
      : field.kind === 'day'
        ? 1
        : 0;
  };
  const first = [...own].sort((a, b) => rank(a) - rank(b)).filter((key) => rank(key) < 2);
  return first.slice(0, MOST_OWN);
}

/** The columns that a series shows by itself: those with values. */
export function usualColumns(info: Pick<SeriesInfo, 'guide' | 'offers'>): readonly Column[] {
  const own = usualOwn(info);
  return info.offers.columns.filter((id) => (isOwnKey(id) ? own.includes(id) : !ON_REQUEST.includes(id)));
}

/** The columns that are shown, in their order: those chosen, else the usual ones, and what the table is sorted by. */
export function shownColumns(
  info: Pick<SeriesInfo, 'guide' | 'offers'>,
  view: Pick<View, 'columns' | 'sort'>,
): readonly Column[] {
  const chosen = view.columns.length === 0 ? usualColumns(info) : view.columns;
  const sorted = view.sort.map(({ column }) => column);
  const wanted = new Set<Column>([...chosen, ...sorted, 'title']);
  return [...info.offers.columns, ...chosen, ...sorted].filter(
    (id, at, all) => wanted.has(id) && all.indexOf(id) === at,
  );
}

/** The columns of a table. */
export function columnsOf(guide: SeriesGuide, shown: readonly Column[]) {
  return helper.columns(
    shown.map((id) =>
      column(
        guide,
        id,
        isOwnKey(id) ? ({ incident }) => <OwnCell guide={guide} incident={incident} field={id} /> : DRAW[id],
      ),
    ),
  );
}

/** Columns of figures, set flush right. */
export function isNumeric(guide: Pick<SeriesGuide, 'fields'>, id: Column): boolean {
  if (isOwnKey(id)) return ownField(guide, id)?.kind === 'number';
  return ['fatalities', 'injured', 'perpetrators', 'sources'].includes(id);
}
