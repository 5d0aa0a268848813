// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { metaOf } from '@/lib/importers/build/meta';
import type { SeriesInfo } from '@/lib/query/info/series-info';
import type { OwnField } from '@/lib/series/fields';
import type { DatasetId } from '@/lib/series/model';
import { toDay } from '@/lib/time/day';
import { importedText } from '@/lib/words/provenance';
import { sampleMapping } from '@/testing/files/table-sample';
import { EXAMPLE_GUIDE } from '@/testing/series/example-guide';
import { CodebookSection } from './codebook';
import { FieldTable } from './field-table';
import { RoleTable } from './role-table';

afterEach(cleanup);

const plain = { many: false, unit: null, aggregate: 'none', column: null, description: null } as const;
const FIELDS: readonly OwnField[] = [
  { ...plain, id: 'damage', label: 'Damage', kind: 'number', unit: 'USD', aggregate: 'sum', column: 'Cost' },
  { ...plain, id: 'source', label: 'Origin', kind: 'category', description: 'Who reported it.' },
  { ...plain, id: 'parts', label: 'Parts', kind: 'category', many: true, column: 'Parts' },
];

it('lists every own field with its kind, unit, sum, column and how many state it; one value throughout is said', () => {
  const facts = [
    { id: 'damage', stated: 1_200, only: null },
    { id: 'source', stated: 2_000, only: 'FAA' },
    { id: 'parts', stated: 3, only: 'wing' },
  ];
  render(
    <FieldTable fields={FIELDS} facts={facts} incidents={2_000} noun={{ one: 'alert', many: 'alerts' }} />,
  );
  const [, ...rows] = screen.getAllByRole('row');
  const cells = rows.map((row) => [...row.querySelectorAll('th, td')]);
  expect(cells.map((row) => row.map((cell) => cell.textContent))).toEqual([
    ['Damage (USD).damage', 'number, added up', 'Cost', '1,200 of 2,000'],
    ['Origin.source', 'categoryWho reported it.', 'none', 'all alerts, the same throughout: “FAA”'],
    ['Parts.parts', 'category, several at a time', 'Parts', '3 of 2,000, the same throughout: “wing”'],
  ]);
});

it('lists what a series has values of, measures that are worked out among them, and nothing else', () => {
  const offers = {
    facets: ['type'],
    splits: ['type', 'none'],
    measures: ['incidents', 'perpetrators', 'share'],
    columns: ['date', 'type', 'perpetrators', 'id'],
  } as const;
  render(<RoleTable info={{ guide: EXAMPLE_GUIDE, offers }} />);
  const [, ...rows] = screen.getAllByRole('row', { hidden: true });
  expect(rows.map((row) => row.querySelector('th')?.textContent)).toEqual([
    'Datedate',
    'Typetype',
    'Attackers killedperpetrators',
    'Idid',
    'Share of attacks (%)share',
  ]);
  // The noun of the example is “attack”: nothing in the table is called otherwise.
  const text = screen.getByRole('table', { hidden: true }).textContent;
  expect(text).toContain('What kind of attack it was.');
  expect(text).not.toMatch(/incident/i);
});

it('calls rows as the series does in what an import wrote, and leaves what somebody wrote', () => {
  const noun = { one: 'event', many: 'events' };
  const plainMapping = sampleMapping();
  const mapping = { ...plainMapping, meta: { ...plainMapping.meta, noun } };
  const day = toDay(2020, 1, 1);
  const { coverage, provenance } = metaOf(mapping, { id: 'a' as DatasetId, title: 'A' }, day, day);
  expect(importedText(coverage.note, noun)).toBe(
    'From the first to the last event; what else was watched is not stated.',
  );
  expect(importedText(provenance[0] ?? '', noun)).toMatch(/^Each event is one row of a table;/);
  expect(importedText('Each incident was checked.', noun)).toBe('Each incident was checked.');
});

it('calls rows as the series does in the codebook of a file, and not in that of a package', () => {
  const said = (codebook: readonly { readonly field: string; readonly meaning: string }[]) => {
    const meta = { ...EXAMPLE_GUIDE.meta, codebook };
    const offers = { facets: [], splits: ['none'], measures: ['incidents'], columns: ['date'] } as const;
    const info = { guide: { ...EXAMPLE_GUIDE, meta }, offers, incidents: 2 } as unknown as SeriesInfo;
    const { container, unmount } = render(<CodebookSection info={info} facts={[]} />);
    const tables = [...container.querySelectorAll('details')].filter((table) =>
      /^(Columns of the file|incidents|links) \(/.test(table.querySelector('summary')?.textContent ?? ''),
    );
    const rows = tables.flatMap((table) =>
      [...table.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
    );
    unmount();
    return { tables: tables.length, rows };
  };
  // A column with a point in its name is no table.
  const file = [
    { field: 'date_start', meaning: 'The first day of the incident.' },
    { field: 'place.name', meaning: 'The place of the incident.' },
  ];
  expect(said(file)).toEqual({
    tables: 1,
    rows: [
      ['date_start', 'The first day of the attack.'],
      ['place.name', 'The place of the attack.'],
    ],
  });
  const ofPackage = [
    { field: 'incidents.date', meaning: 'The day of the incident.' },
    { field: 'links.actor', meaning: 'Who did it.' },
  ];
  expect(said(ofPackage)).toEqual({
    tables: 2,
    rows: [
      ['date', 'The day of the incident.'],
      ['actor', 'Who did it.'],
    ],
  });
});
