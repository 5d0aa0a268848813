'use client';

import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { Row } from '@/lib/query/result';
import { formatEventDate } from '@/lib/time/format';
import type { Column } from '@/lib/view/view';
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
import { COLUMN_LABELS } from './sort-order';

/** A row of the table: its place among all rows, and the incident once it is here. */
export interface TableItem {
  readonly index: number;
  readonly row: Row | null;
}

/** What the table does by itself: nothing but know the order and which columns are shown. Engines sort. */
export const features = tableFeatures({ rowSortingFeature, columnVisibilityFeature });

const helper = createColumnHelper<typeof features, TableItem>();

function column(id: Column, draw: (row: Row) => ReactNode) {
  return helper.display({
    id,
    header: COLUMN_LABELS[id],
    cell: ({ row }) => (row.original.row === null ? null : draw(row.original.row)),
  });
}

/** The columns, in the order in which they stand. */
export const columns = helper.columns([
  column('date', ({ incident }) => formatEventDate(incident.date)),
  column('title', (row) => <TitleCell row={row} />),
  column('actor', (row) => <ActorCell row={row} />),
  column('relation', (row) => <RelationCell row={row} />),
  column('type', (row) => <TypeCell row={row} />),
  column('region', (row) => <RegionCell row={row} />),
  column('place', ({ incident }) => <TextCell text={incident.place.name} />),
  column('initiator', (row) => <InitiatorCell row={row} />),
  column('fatalities', ({ incident }) => (
    <FigureCell estimate={incident.fatalities} disputed={incident.natureDisputed} />
  )),
  column('injured', ({ incident }) => (
    <FigureCell estimate={incident.injured} disputed={incident.natureDisputed} />
  )),
  column('perpetrators', ({ incident }) => <FigureCell estimate={incident.perpetratorsKilled} />),
  column('sources', ({ incident }) => incident.sources.length),
  column('id', ({ incident }) => incident.id),
]);

/** Columns that are hidden until the reader asks for them; the place stands beneath the title anyway. */
export const HIDDEN_AT_FIRST: Readonly<Partial<Record<Column, boolean>>> = {
  place: false,
  initiator: false,
  perpetrators: false,
  id: false,
};

/** Columns of figures, set flush right. */
export const NUMERIC: readonly string[] = ['fatalities', 'injured', 'perpetrators', 'sources'];
