// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { EXAMPLE_GUIDE } from '@/testing/series/example-guide';
import { RoleTable } from './role-table';

afterEach(cleanup);

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
});
