import type { RawTable } from '../../../formats/raw-table';
import type { ColumnReport } from '../../../importers/report/column-report';
import { reportColumns } from '../../../importers/report/report-columns';
import { type ExaminedTable, runImport } from '../../../importers/run/import-file';
import type { Mapping } from '../../../mapping/mapping';
import type { Problem } from '../../../problems/problem';
import { byProperty } from '../../../series/measures';
import type { Incident } from '../../../series/model';
import { formatEventDate } from '../../../time/format';
import { LOCAL } from '../../../view/addresses/local';
import type { Preview, PreviewIncident } from '../local-connection';
import { problemTally } from '../problem-tally';
import { histogramOf } from './histogram';

/** Rows that a preview tries; enough to see what is wrong, few enough to follow a hand in a form. */
const TRIED = 5_000;
const SHOWN = 10;

function previewIncident(incident: Incident, names: ReadonlyMap<string, string>): PreviewIncident {
  const { id, date, title, type, place, links } = incident;
  return {
    id,
    date: formatEventDate(date),
    title,
    type,
    place: place.name,
    actors: links.map(({ actor }) => names.get(actor) ?? actor),
    ...byProperty((property) => incident[property]),
  };
}

/** What a mapping does with each column, with the reasons of the guess where it follows that. */
export function columnsOf({ survey, proposal }: ExaminedTable, mapping: Mapping): readonly ColumnReport[] {
  return reportColumns(survey.columns, mapping, { kind: 'guessed', reasons: proposal.reasons });
}

/** What a mapping makes of the first rows of a table. */
export async function previewOf(table: ExaminedTable, mapping: Mapping): Promise<Preview> {
  const incidents: Incident[] = [];
  const tally = problemTally();
  const sink = {
    incidents: (batch: readonly Incident[]) => void incidents.push(...batch),
    problems: (batch: readonly Problem[]) => tally.add(batch),
  };
  const tried = { ...table, opened: { ...table.opened, table: firstRows(table.opened.table, TRIED) } };
  const seed = { id: LOCAL, title: table.opened.table.file };
  // A preview is of what rows say themselves.
  const { rest, counts } = await runImport(tried, { ...mapping, regionsByPoint: null }, seed, sink);
  const names = new Map(rest.actors.map(({ id, name }) => [id as string, name]));
  return {
    counts,
    whole: table.survey.rows <= TRIED,
    incidents: incidents.slice(0, SHOWN).map((incident) => previewIncident(incident, names)),
    histogram: histogramOf(incidents),
    columns: columnsOf(table, mapping),
    problems: tally.counts(),
  };
}

/** The same table, ended after `most` rows. */
function firstRows({ halves: _, ...table }: RawTable, most: number): RawTable {
  return {
    ...table,
    async *batches(signal) {
      let left = most;
      for await (const batch of table.batches(signal)) {
        if (batch.rows.length < left) {
          left -= batch.rows.length;
          yield batch;
          continue;
        }
        const rows = batch.rows.slice(0, left);
        const last = rows.at(-1)?.line ?? 0;
        yield { ...batch, rows, problems: batch.problems.filter(({ row }) => row === null || row <= last) };
        return;
      }
    },
  };
}
