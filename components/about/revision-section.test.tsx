// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { DatasetId } from '@/lib/series/model';
import { RevisionSection } from './revision-section';

const hash = (digit: string) => digit.repeat(64);
const publication = (digit: string, time: string, incidents: number) => ({
  ...{ revision: hash(digit), time, incidents },
});

const STRIKES = { one: 'strike', many: 'strikes' };

/** The series went back to its first revision. */
const HISTORY = [
  publication('a', '2024-06-24T23:30:00.000Z', 81),
  publication('b', '2025-01-02T10:00:00.000Z', 1_080),
  publication('a', '2025-01-03T10:00:00.000Z', 81),
];

afterEach(cleanup);

describe('the revisions on the page of a series', () => {
  it('stand newest first, each with a link to it and to what it changed', () => {
    render(
      <RevisionSection dataset={'hand' as DatasetId} shown={hash('a')} history={HISTORY} noun={STRIKES} />,
    );
    const [head, ...rows] = screen.getAllByRole('row');
    expect(head?.textContent).toBe('PublishedRevisionStrikesChanges');
    const cells = rows.map((row) => within(row).getAllByRole('cell'));
    expect(cells.map(([published, , incidents]) => [published?.textContent, incidents?.textContent])).toEqual(
      [
        ['3 Jan 2025', '81'],
        ['2 Jan 2025', '1,080'],
        ['24 Jun 2024', '81'],
      ],
    );
    const hrefs = rows.map((row) =>
      within(row)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    );
    expect(hrefs).toEqual([
      ['/hand?r=aaaaaaaaaaaa', '/hand/changes?since=bbbbbbbbbbbb&until=aaaaaaaaaaaa'],
      ['/hand?r=bbbbbbbbbbbb', '/hand/changes?since=aaaaaaaaaaaa&until=bbbbbbbbbbbb'],
      ['/hand?r=aaaaaaaaaaaa'],
    ]);
  });

  it('says of the others how many there are', () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      publication('c', new Date(Date.UTC(2024, 0, 1 + at)).toISOString(), at),
    );
    render(<RevisionSection dataset={'hand' as DatasetId} shown={hash('a')} history={many} noun={STRIKES} />);
    expect(screen.getAllByRole('row')).toHaveLength(51);
    expect(screen.getByText('and 10 older ones.')).toBeDefined();
  });
});
