// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { incident, infoOf, link, seriesOf, source } from '@/testing/pages/test-dashboard';
import { About } from './about';

afterEach(cleanup);

const NONE = { rows: 0, skipped: 0, cells: 0, warnings: 0 };
const CITATION = {
  ...{ dataset: 'test', publisher: 'P', title: 'T', view: null, revision: '0'.repeat(64), licence: 'CC0' },
  ...{ published: '2024-01-01', asOf: null, url: 'https://example.org/test', accessed: '2024-02-01' },
};

function aboutOf(series: ReturnType<typeof seriesOf>, warned: boolean) {
  const said = { file: 'a.csv', row: 2, column: null, value: null, reason: 'its like stands above' };
  return render(
    <About
      info={infoOf(series)}
      sources={series.sources}
      facts={[]}
      problems={[]}
      warnings={warned ? [{ ...said, code: 'equal-row' }] : []}
      left={NONE}
      columns={null}
      counts={null}
      citation={CITATION}
      history={[]}
    />,
  );
}

/** What the contents lead to, and the headings of the page, by the ids of both. */
function listed() {
  const contents = within(screen.getByRole('navigation', { name: 'On this page' }));
  const led = contents
    .getAllByRole('link')
    .map((one) => [one.getAttribute('href')?.slice(1), one.textContent]);
  const there = screen.getAllByRole('heading', { level: 2 }).map((one) => [one.id, one.textContent]);
  return { led, there };
}

it('lists every part of the page in its order, and none that it has not', () => {
  const full = seriesOf([incident('a', '2020-01-05', { links: [link('red')] })], { sources: [source('s')] });
  aboutOf(full, true);
  const first = listed();
  expect(first.led).toEqual(first.there);
  expect(first.led.map(([id]) => id)).toContain('problems');
  cleanup();
  aboutOf(seriesOf([incident('a', '2020-01-05')], { actors: [], sources: [] }), false);
  const second = listed();
  expect(second.led).toEqual(second.there);
  expect(second.led.map(([id]) => id)).not.toContain('sources');
});
