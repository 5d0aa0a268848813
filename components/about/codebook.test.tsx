// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { OwnField } from '@/lib/series/fields';
import { EXAMPLE_GUIDE } from '@/testing/series/example-guide';
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
