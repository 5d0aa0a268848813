// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { samplePictureInput } from '../../../testing/pictures/picture-sample';
import { incident, seriesOfHand } from '../../../testing/series/hand-made';
import type { OwnField } from '../../series/fields';
import { embedPage } from './embed-page';
import { savePageHead, savePageRows, savePageTail } from './save-page';

const plain = { many: false, unit: null, aggregate: 'none', column: null, description: null } as const;
const FIELDS: readonly OwnField[] = [
  { ...plain, id: 'damage', label: 'Damage <b>', kind: 'number', unit: 'USD', aggregate: 'sum' },
  { ...plain, id: 'phase', label: 'Phase', kind: 'category' },
  { ...plain, id: 'remarks', label: 'Remarks', kind: 'text' },
];
const place = { name: 'Dallas', country: null, lat: null, lon: null, precision: null, note: null };
const SERIES = seriesOfHand(
  [
    incident('a', '2020-01-05', ['x claimed probable'], {
      ...{ title: 'First', place },
      own: { damage: -1234.56, phase: 'Climb', remarks: '<script>1</script>' },
    }),
    incident('b', '2020-01-06', ['x attributed'], { title: 'Second', own: { phase: 'Descent' } }),
  ],
  [],
  FIELDS,
);

async function tableOf(kind: 'saved' | 'embedded', query: string): Promise<readonly (readonly string[])[]> {
  const input = await samplePictureInput(query, SERIES);
  const saved = { ...input, url: 'https://example.org/', citation: 'C', sources: [], policy: '', matched: 2 };
  const page =
    kind === 'saved'
      ? savePageHead(saved) + savePageRows(SERIES.incidents, 0, saved) + savePageTail(saved)
      : embedPage({
          ...{ ...input, panel: 'table', theme: 'auto', origin: 'https://example.org' },
          incidents: SERIES.incidents,
          matched: 2,
          closed: null,
        });
  const document = new DOMParser().parseFromString(page, 'text/html');
  const rows = [...document.querySelectorAll('thead tr, tbody tr:not(.details)')];
  return rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''));
}

describe.each(['saved', 'embedded'] as const)('the table of a %s page', (kind) => {
  const end = (cells: readonly string[], last: string) => (kind === 'saved' ? [...cells, last] : cells);

  it('has the columns that the view names, and no others', async () => {
    expect(await tableOf(kind, 'columns=date,.damage,.remarks')).toEqual([
      end(['Date', 'Title', 'Damage <b> (USD)', 'Remarks'], 'Details'),
      end(['5 Jan 2020', 'FirstDallas', '−1,234.56', '<script>1</script>'], 'Details'),
      end(['6 Jan 2020', 'Second', 'not reported', 'not reported'], 'Details'),
    ]);
  });

  it('has what the view is sorted by, and the place beneath the title unless it has a column', async () => {
    const [head, first] = await tableOf(kind, 'columns=actor,relation,place&sort=-.phase');
    expect(head).toEqual(end(['Title', 'Actor', 'Claimed or attributed', 'Place', 'Phase'], 'Details'));
    expect(first).toEqual(end(['First', 'x', 'claimed, probable', 'Dallas', 'Climb'], 'Details'));
  });

  it('says in the cell of the actor how it is tied, unless that has a column', async () => {
    const [head, first, second] = await tableOf(kind, 'columns=actor');
    expect(head).toEqual(end(['Title', 'Actor'], 'Details'));
    expect(first?.[1]).toBe('x (claimed, probable)');
    expect(second?.[1]).toBe('x (attributed)');
  });

  it('has by itself nine of those with values, own categories and numbers where there is room', async () => {
    const [head] = await tableOf(kind, '');
    const roles = ['Date', 'Title', 'Actor', 'Type', 'Region', 'Killed', 'Injured', 'Sources'];
    expect(head).toEqual(end([...roles, 'Damage <b> (USD)'], 'Details'));
  });
});

describe('a saved page', () => {
  it('sorts numbers as numbers, and has every own field among the details', async () => {
    const input = await samplePictureInput('columns=.damage', SERIES);
    const page = savePageRows(SERIES.incidents, 0, { ...input, sources: [] });
    const document = new DOMParser().parseFromString(`<table>${page}</table>`, 'text/html');
    const [first, second] = document.querySelectorAll('tr.row');
    const key = (row: Element | undefined) => row?.querySelector<HTMLElement>('td.n')?.dataset.key;
    expect(Number(key(first))).toBe(-1234.56);
    expect(Number(key(second))).toBeLessThan(-1234.56);
    expect(document.querySelector('#d0')?.textContent).toContain('Remarks<script>1</script>');
  });
});
