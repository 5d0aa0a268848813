// @vitest-environment jsdom
import { Blob as NodeBlob } from 'node:buffer';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { samplePictureInput } from '../../../testing/pictures/picture-sample';
import { incident, seriesOfHand } from '../../../testing/series/hand-made';
import type { OwnField } from '../../series/fields';
import type { Incident } from '../../series/model';
import { embedPage } from './embed-page';
import { STANDING, savedPage } from './save-page';
import { SAVE_SCRIPT } from './save-script';

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

async function* inOne(incidents: readonly Incident[]) {
  yield incidents;
}

async function wholeOf(pieces: AsyncIterable<string>): Promise<string> {
  let whole = '';
  for await (const piece of pieces) whole += piece;
  return whole;
}

async function tableOf(kind: 'saved' | 'embedded', query: string): Promise<readonly (readonly string[])[]> {
  const input = await samplePictureInput(query, SERIES);
  const saved = {
    ...input,
    url: 'https://example.org/',
    origin: 'Saved.',
    citation: 'C',
    sources: [],
    policy: '',
    matched: 2,
  };
  const page =
    kind === 'saved'
      ? await wholeOf(savedPage(saved, inOne(SERIES.incidents)))
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

/** What is packed in a saved page, a row each: what its columns are sorted by, its cells, its details. */
function packedIn(page: string): readonly (readonly [readonly (string | number)[], string, string])[] {
  const packed = /<template id="packed"[^>]*>([^<]*)</.exec(page)?.[1] ?? '';
  const text = inflateSync(Buffer.from(packed, 'base64')).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

const SAID = {
  url: 'https://example.org/',
  origin: 'Saved.',
  citation: 'C',
  sources: [],
  policy: '',
  matched: 2,
};

describe('a saved page', () => {
  it('sorts numbers as numbers, and has every own field among the details', async () => {
    const input = { ...(await samplePictureInput('columns=.damage', SERIES)), ...SAID };
    const page = await wholeOf(savedPage(input, inOne(SERIES.incidents)));
    const [first, second] = packedIn(page);
    // Date, title, damage.
    expect(first?.[0].at(-1)).toBe(-1234.56);
    expect(second?.[0].at(-1)).toBeLessThan(-1234.56);
    const document = new DOMParser().parseFromString(page, 'text/html');
    expect(document.querySelector('#d0')?.textContent).toContain('Remarks<script>1</script>');
    expect(document.querySelectorAll('noscript')).toHaveLength(0);
  });

  it('of many incidents has the first in sight and all within, to be searched, sorted and shown', async () => {
    const many = Array.from({ length: STANDING + 60 }, (_, at) =>
      incident(`n${at}`, '2020-01-05', [], {
        title: `Number ${at}`,
        notes: at === 630 ? 'Zephyr & co' : null,
      }),
    );
    const series = seriesOfHand(many, []);
    const input = { ...(await samplePictureInput('', series)), ...SAID, matched: many.length };
    document.documentElement.innerHTML = await wholeOf(savedPage(input, inOne(many)));
    expect(document.querySelector('noscript')?.textContent).toContain('first 600 of 660');
    const rows = () => document.querySelectorAll('tr.row');
    expect(rows()).toHaveLength(STANDING);
    Object.assign(window, { Blob: NodeBlob, Response, DecompressionStream });
    new Function(SAVE_SCRIPT)();
    const more = document.querySelector<HTMLElement>('#more');
    expect(more?.textContent).toContain('The first 600 of 660 are shown.');
    document.querySelector<HTMLElement>('#all')?.click();
    await expect.poll(() => rows()).toHaveLength(660);
    expect(more?.hidden).toBe(true);

    const search = document.querySelector<HTMLInputElement>('#search')!;
    search.value = 'ZEPHYR & 630';
    search.dispatchEvent(new Event('input'));
    await expect.poll(() => rows()).toHaveLength(1);
    expect(document.querySelector('#count')?.textContent).toBe('1 of 660 incidents');
    rows()[0]?.querySelector('button')?.click();
    await expect.poll(() => document.querySelector('tr.details')?.textContent).toContain('Zephyr & co');

    search.value = '';
    document.querySelector<HTMLElement>('th[data-at="1"] button')?.click();
    await expect.poll(() => rows()).toHaveLength(STANDING);
    expect(rows()[1]?.textContent).toContain('Number 1');
    expect(rows()[2]?.textContent).toContain('Number 10');
    expect(more?.hidden).toBe(false);
  });
});
