import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { attacks, claimedBest, claimedByIs, claimedLow, firstDay, links } from './independent';
import { written } from './reader';

/*
 * Links as they were published, with the numbers that they must still show. This file only ever grows: a link that stands
 * here is never changed, never taken out, and its numbers stay, whatever becomes of the addresses, of the series or of
 * the code. Where the grammar of addresses moves on, lib/view reads the old form; it is not mended here.
 *
 * The numbers were counted with Python from the CSV files of the series, by the rules of docs/methods.md. The revisions
 * that frozen links name come with the series, as the packages that Annals gave out (`data/russia-militancy/earlier`), and
 * every start puts them into the store before the current one: the tests begin with an empty store.
 */
test.use({ javaScriptEnabled: false });

type Range = readonly [low: number, best: number, high: number];
/** An address, and what it showed: incidents and people killed. */
type PublishedLink = readonly [query: string, incidents: Range, killed: Range];

const R = 'r=2c837bbee631';
const ALL = 'from=2017-01-01&to=2024-06-30';

const FROZEN: readonly PublishedLink[] = [
  [`${ALL}&${R}`, [61, 64, 64], [229, 235, 287]],
  [`${ALL}&actor=islamic-state&relation=claimed&${R}`, [18, 23, 24], [163, 169, 217]],
  [`from=2018-01-01&to=2020-12-31&actor=islamic-state&relation=claimed&${R}`, [10, 14, 15], [11, 13, 60]],
  [`from=2018-01-01&to=2018-12-31&bin=week&${R}`, [9, 10, 10], [10, 10, 51]],
  [`${ALL}&actor=iscp,iskp&split=type&${R}`, [17, 20, 20], [164, 170, 176]],
  [`from=2022-01-01&to=2024-06-30&actor=gur,sbu&type=assassination,sabotage&${R}`, [5, 5, 7], [1, 1, 3]],
  [`${ALL}&type=cross-border-raid&mode=lines&${R}`, [5, 5, 5], [2, 2, 2]],
  [`${ALL}&type=stabbing&measure=injured&${R}`, [9, 9, 9], [4, 4, 7]],
  [`${ALL}&disputed=only&${R}`, [1, 4, 4], [2, 2, 46]],
  [`${ALL}&initiator=state&${R}`, [13, 13, 13], [2, 2, 2]],
  [`from=2016-01-01&to=2024-06-30&scope=out&${R}`, [4, 4, 4], [6, 9, 15]],
  [`${ALL}&relation=claimed&region=chechnya,dagestan&split=region&${R}`, [9, 11, 11], [17, 19, 23]],
  [`from=2023-01-01&to=2024-06-30&relation=suspected&${R}`, [0, 2, 2], [0, 2, 2]],
  [`${ALL}&certainty=certain&disputed=no&${R}`, [41, 41, 41], [196, 199, 205]],
  [`${ALL}&q=knife&sort=-fatalities,date&${R}`, [6, 6, 6], [1, 1, 2]],
  [`${ALL}&q=CROCUS&${R}`, [1, 1, 1], [143, 145, 145]],
  [
    `${ALL}&actor=islamic-state&relation=attributed,claimed&type=armed-assault&${R}`,
    [10, 13, 13],
    [159, 167, 168],
  ],
  [`from=2022-02-24&to=2024-06-30&actor=lsr,rdk,siberian-battalion&mode=panels&${R}`, [4, 5, 5], [2, 2, 2]],
  [
    `${ALL}&actor=islamic-state&relation=claimed&certainty=certain&mode=cumulative&${R}`,
    [18, 20, 20],
    [163, 167, 209],
  ],
  [`${ALL}&actor=none&${R}`, [13, 13, 13], [25, 28, 29]],
  [`from=2024-03-22&to=2024-03-22&${R}`, [1, 1, 1], [143, 145, 145]],
  // What a click on a bar writes: the incidents that form it.
  [`${ALL}&actor=islamic-state&relation=claimed&series=only:iscp&${R}`, [11, 13, 13], [18, 20, 24]],
  [`${ALL}&actor=islamic-state&relation=claimed&series=only:is-supporters-ru&${R}`, [6, 6, 6], [2, 2, 2]],
  [`${ALL}&actor=islamic-state&relation=claimed&series=iscp&mode=lines&${R}`, [11, 13, 13], [18, 20, 24]],
  // Windows that roll, pinned to a revision.
  [`from=-12m&${R}`, [16, 16, 16], [168, 173, 175]],
  [`from=-5y&to=latest&${R}`, [39, 39, 39], [192, 197, 202]],
  [`from=-3m&to=-3m&${R}`, [4, 4, 4], [143, 145, 146]],
  [`from=-52w&to=2024-06-29&type=sabotage&${R}`, [3, 3, 3], [0, 0, 0]],
  // Short dates, other orders of keys and values, repeated keys, what mailers append, the whole hash.
  [`from=2018&to=2020&actor=islamic-state&relation=claimed&${R}`, [10, 14, 15], [11, 13, 60]],
  [`${R}&relation=claimed&to=2020-12&actor=islamic-state&from=2018-01`, [10, 14, 15], [11, 13, 60]],
  [`actor=iskp&actor=iscp&split=type&${R}`, [17, 20, 20], [164, 170, 176]],
  [`type=sabotage,assassination,sabotage&actor=sbu,gur&from=2022&${R}`, [5, 5, 7], [1, 1, 3]],
  [
    `utm_source=letter&utm_medium=mail&actor=islamic-state&relation=claimed&fbclid=x&${R}`,
    [18, 23, 24],
    [163, 169, 217],
  ],
  [`actor=islamic-state%2Ciscp&relation=claimed&sort=-date&mode=stack&${R}`, [18, 23, 24], [163, 169, 217]],
  ['type=stabbing&r=2c837bbee63101312c7799c5ca105cca694d1b68f80cf137c5eb4decee47f110', [9, 9, 9], [4, 4, 7]],
  ['q=crocus+hall&r=2C837BBEE631', [1, 1, 1], [143, 145, 145]],
  [`actor=iskp&incident=2024-crocus-city-hall&${R}`, [1, 1, 1], [143, 145, 145]],
];

const R2 = 'r=e9c02ca2a06b';

/** Links of the revision after: disputes by investigators, later tolls, fourteen more incidents. */
const FROZEN_2: readonly PublishedLink[] = [
  [`${ALL}&actor=islamic-state&relation=claimed&${R2}`, [16, 23, 24], [163, 173, 222]],
  [`from=2017-01-01&to=2024-03-31&actor=islamic-state&relation=claimed&${R2}`, [16, 23, 24], [163, 173, 222]],
  [`from=2017&to=2017&actor=islamic-state&relation=claimed&${R2}`, [5, 8, 8], [9, 11, 13]],
  [`from=2018&to=2020&actor=islamic-state&relation=claimed&${R2}`, [10, 14, 15], [11, 13, 60]],
  [
    `${ALL}&actor=islamic-state&relation=claimed&certainty=certain&mode=cumulative&${R2}`,
    [16, 20, 20],
    [163, 171, 214],
  ],
  [`${ALL}&actor=islamic-state&relation=claimed&series=only:iscp&${R2}`, [11, 13, 13], [18, 20, 24]],
  [`${ALL}&actor=islamic-state&relation=claimed&series=only:is-supporters-ru&${R2}`, [4, 5, 5], [2, 2, 2]],
  [`${ALL}&actor=iscp,iskp&split=type&${R2}`, [17, 20, 21], [164, 174, 202]],
  [`from=2022-01-01&to=2024-06-30&actor=gur,sbu&type=assassination,sabotage&${R2}`, [5, 5, 10], [1, 1, 5]],
  [`${ALL}&disputed=only&${R2}`, [4, 7, 7], [3, 3, 48]],
  [`${ALL}&type=stabbing&measure=injured&${R2}`, [10, 10, 10], [4, 4, 7]],
  [`${ALL}&type=drone-strike&${R2}`, [10, 10, 10], [8, 8, 8]],
  [`${ALL}&region=moscow&split=type&${R2}`, [6, 6, 6], [2, 2, 2]],
  [`${ALL}&actor=none&${R2}`, [20, 20, 20], [22, 22, 35]],
  [`from=-12m&${R2}`, [22, 22, 22], [168, 179, 180]],
  [`from=2024-06&to=2024-06&${R2}`, [2, 2, 2], [17, 22, 22]],
  [`${ALL}&q=CROCUS&${R2}`, [1, 1, 1], [143, 149, 149]],
  [`${ALL}&initiator=state&${R2}`, [13, 13, 13], [2, 2, 2]],
];

/** Shows what the server answers, without the files that only make it look well. */
async function show(page: Page, address: string): Promise<void> {
  const response = await page.request.get(address);
  expect(response.status()).toBe(200);
  await page.setContent(await response.text());
}

/** A figure of the headline as the page writes it. */
function headline(page: Page, term: RegExp) {
  const region = page.getByRole('region', { name: 'Headline figures' });
  return region
    .locator('div', { has: page.locator('dt', { hasText: term }) })
    .getByRole('link')
    .first();
}

for (const [query, incidents, killed] of [...FROZEN, ...FROZEN_2]) {
  test(`a published link shows its numbers: ?${query}`, async ({ page, request }) => {
    await show(page, `/russia-militancy?${query}`);
    await expect(headline(page, /^(Attacks|Operations|Incidents)/)).toHaveText(written(...incidents));
    await expect(headline(page, /^Killed/)).toHaveText(written(...killed));
    // A twin answers an address that is not wholly understood with an error.
    const twin = await request.get(`/russia-militancy/view.json?${query}`);
    expect(twin.status(), await twin.text()).toBe(200);
    const [low, best, high] = incidents;
    expect((await twin.json()).total.incidents).toEqual({ low, best, high });
  });
}

const manifest = join(import.meta.dirname, '..', 'data', 'russia-militancy', 'datapackage.json');
const { coverage } = JSON.parse(readFileSync(manifest, 'utf8')).annals;

/** The day after the same day so many months before, as text. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, date + 1)).toISOString().slice(0, 10);
}

const since = (day: string) => attacks.filter(({ date }) => firstDay(date ?? '') >= day).length;
const linked = new Set(links.map(({ incident }) => incident));
const claimed = [claimedLow.length, claimedBest.length, claimedByIs.length] as const;
const same = (n: number): Range => [n, n, n];

/** Live links: what they must show is what the current rows say, counted from the CSV files. */
const LIVE: readonly (readonly [query: string, incidents: Range])[] = [
  ['actor=islamic-state&relation=claimed', claimed],
  ['relation=claimed&actor=islamic-state&to=latest', claimed],
  ['actor=islamic-state&relation=claimed&from=-90y', claimed],
  ['relation=claimed&relation=claimed&actor=islamic-state&gclid=1&mc_cid=2', claimed],
  ['from=-12m', same(since(monthsBefore(coverage.to, 12)))],
  ['from=-1y&to=latest', same(since(monthsBefore(coverage.to, 12)))],
  ['from=-60m&mode=cumulative', same(since(monthsBefore(coverage.to, 60)))],
  ['actor=none', same(attacks.filter(({ id }) => !linked.has(id)).length)],
  ['type=stabbing', same(attacks.filter(({ type }) => type === 'stabbing').length)],
];

for (const [query, incidents] of LIVE) {
  test(`a live link shows what the rows say now: ?${query}`, async ({ page }) => {
    await show(page, `/russia-militancy?${query}`);
    await expect(headline(page, /^Attacks/)).toHaveText(written(...incidents));
  });
}
