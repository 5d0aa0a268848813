'use client';

import { createColumnHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { Row } from '@/lib/query/result';
import type { BuiltInColumn, Column } from '@/lib/series/field-table';
import { isOwnKey } from '@/lib/series/fields';
import { byEstimate, propertyOf } from '@/lib/series/measures';
import type { SeriesGuide } from '@/lib/series/model';
import { formatEventDate } from '@/lib/time/format';
import { columnLabel } from '@/lib/words/labels';
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
  ...byEstimate((key) => ({ incident }: Row) => (
    <FigureCell estimate={incident[propertyOf(key)]} disputed={incident.natureDisputed} />
  )),
  sources: ({ incident }) => incident.sources.length,
  id: ({ incident }) => incident.id,
};

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
