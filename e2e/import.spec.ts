import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as fresh, type Page, type Request } from '@playwright/test';
import { violationsInBoth, violationsOf } from './axe';
import { test } from './kept-page';
import { freshId } from './publish';
import { figure, written } from './reader';

/** Made up: six incidents, one row whose date nobody can read, two spellings of one actor, one actor not known. */
const FILE = [
  'event_id,event_date,actor,location,country,fatalities',
  'A1,2021-01-05,Zorblax Front,Quillmere,Vandria,3',
  'A2,2021-02-11,Zorblax Front,Quillmere,Vandria,0',
  'A3,2021-02-27,ZORBLAX FRONT,Ostervale,Vandria,12',
  'A4,2021-04-02,Unknown,Ostervale,Vandria,1',
  'A5,2021-06-30,Mirthol Guard,Quillmere,Vandria,',
  'A6,2021-09-14,Mirthol Guard,Pellingate,Vandria,7',
  'A7,sometime in spring,Mirthol Guard,Pellingate,Vandria,2',
].join('\n');

/** Where its places are. */
const POINTS: Readonly<Record<string, string>> = {
  location: 'latitude,longitude',
  Quillmere: '48.51,35.12',
  Ostervale: '49.03,36.24',
  Pellingate: '50.17,37.35',
};
const PLACED = FILE.split('\n')
  .map((line) => `${line},${POINTS[line.split(',')[3] ?? '']}`)
  .join('\n');

/** Words that stand in the file and nowhere else. */
const CELLS = /zorblax|quillmere|vandria|ostervale|mirthol|pellingate/i;

const AMBIGUOUS = [
  'date,group,city,killed',
  '03/04/2021,Red,Northby,1',
  '05/06/2021,Blue,Northby,2',
  '07/08/2021,Red,Southby,0',
].join('\n');

const TOTALS = 'name,age,city\nAnn,33,Northby\nBob,44,Southby\nCyd,55,Eastby\n';

const asFile = (text: string, name = 'made-up.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

/** The options of all questions; the header has radio buttons of its own. */
const options = (page: Page) => page.getByRole('main').getByRole('radio');

async function choose(page: Page, text: string, name?: string): Promise<void> {
  await page.goto('/open');
  await page.getByLabel('Choose a file').setInputFiles(asFile(text, name));
}

async function expectMapping(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'What do the columns mean?' })).toBeFocused();
}

/** Opens the dashboard and waits until all of it answers. */
async function openDashboard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the dashboard' }).click();
  await expect(page.locator('html[data-ready]')).toHaveCount(1);
}

/** The text of the file that a button saves. */
async function savedBy(page: Page, button: string | RegExp): Promise<string> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFileSync(await (await saving).path(), 'utf8');
}

/** Drops a file on the page as a browser does. */
async function drop(page: Page, text: string, name: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([content, called]) => {
      const data = new DataTransfer();
      data.items.add(new File([content as string], called as string, { type: 'text/csv' }));
      return data;
    },
    [text, name],
  );
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
}

test('a dropped file becomes a dashboard, and no request carries any of it', async ({ page }) => {
  await page.goto('/open');
  await expect(page.getByText('Nothing you open here leaves this computer')).toBeVisible();
  await page.waitForLoadState('networkidle');
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));

  await drop(page, PLACED, 'zorblax.csv');
  await expectMapping(page);
  await expect(page.getByText('7 rows read = 6 incidents + 1 problem + 0 skipped')).toBeVisible();
  await openDashboard(page);
  await expect(figure(page, 'Killed')).toHaveText(written(23, 23, 23));
  // Its map is drawn here, over outlines that are the same for every file.
  const map = page.getByRole('region', { name: /^Map of/ });
  await expect(map.getByText(/^3 places, a mark each/)).toBeVisible();
  const place = map.getByRole('listitem').getByRole('link', { name: /^Quillmere .*: 3 incidents$/ });
  await place.click();
  await expect(page).toHaveURL(/#place=unknown:48\.51:35\.12$/);
  await place.click();
  await expect(page).not.toHaveURL(/place=/);
  await page
    .getByRole('complementary')
    .getByRole('checkbox', { name: /^Mirthol Guard/ })
    .click();
  await expect(page).toHaveURL(/\/open#actor=mirthol-guard$/);
  await page.getByRole('searchbox').fill('Pellingate');
  await page.getByRole('searchbox').press('Enter');
  await expect(page).toHaveURL(/q=Pellingate/);
  await page
    .getByRole('table')
    .getByRole('link', { name: /Pellingate/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toContainText('Mirthol Guard');
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(figure(page, 'Killed')).toHaveText(written(23, 23, 23));

  for (const request of requests) {
    const { pathname, search, href } = new URL(request.url());
    const said = `${request.method()} ${href}`;
    if (href.startsWith('blob:') || href.startsWith('data:')) continue;
    expect(request.method(), said).toBe('GET');
    expect(pathname, said).toMatch(/^\/(_next\/static|api\/v1\/boundaries\/natural-earth)\//);
    expect(search, said).not.toMatch(CELLS);
    expect(request.postData(), said).toBeNull();
    expect(JSON.stringify(await request.allHeaders()), said).not.toMatch(CELLS);
  }
});

test('actors are merged only where the reader says so, and a word that names none is no actor', async ({
  page,
}) => {
  await choose(page, FILE);
  await expectMapping(page);
  const spelling = page.getByRole('checkbox', { name: /One actor: .*Zorblax Front.*ZORBLAX FRONT/ });
  await expect(spelling).not.toBeChecked();
  await expect(page.getByRole('checkbox', { name: /“?Unknown”? 1/ })).toBeChecked();
  await spelling.check();
  await page.getByLabel('Named').fill('Zorblax Popular Front');
  await openDashboard(page);
  const facets = page.getByRole('complementary');
  await expect(facets.getByRole('checkbox', { name: /Zorblax Popular Front.*3/ })).toBeVisible();
  await expect(facets.getByRole('checkbox', { name: /ZORBLAX FRONT/ })).toHaveCount(0);
  await expect(facets.getByRole('checkbox', { name: /Unknown/ })).toHaveCount(0);
});

test('the whole way goes by keyboard alone', async ({ page }) => {
  await page.goto('/open');
  const paste = page.getByLabel(/Or paste a table/);
  while (!(await paste.evaluate((element) => element === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.insertText(AMBIGUOUS);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expectMapping(page);
  const press = async (name: string) => {
    const button = page.getByRole('button', { name });
    while (!(await button.evaluate((element) => element === document.activeElement)))
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  };
  await press('Open the dashboard');
  await expect(options(page).first()).toBeFocused();
  await page.keyboard.press('Space');
  await expect(options(page).first()).toBeChecked();
  await press('Open the dashboard');
  await expect(page.locator('html[data-ready]')).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a file without dates is refused with the reason and the way out', async ({ page }) => {
  await choose(page, TOTALS, 'people.csv');
  await expect(page.getByRole('alert').filter({ hasText: 'no-date-column' })).toContainText(
    'series of events',
  );
  await choose(page, '', 'empty.csv');
  await expect(page.getByRole('heading', { level: 1, name: 'This file cannot be opened' })).toBeFocused();
  await expect(page.getByRole('alert').filter({ hasText: 'empty-file' })).toBeVisible();
  await page.getByRole('button', { name: 'Open another file' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Open an event file' })).toBeFocused();
});

test('a file says what becomes of it, refuses a mapping that does not fit, and saves its problems and rows', async ({
  page,
}) => {
  await choose(page, FILE);
  await expectMapping(page);

  await test.step('what becomes of every column is said while it is mapped', async () => {
    const findings = page.getByRole('region', { name: 'What becomes of it' });
    await findings.getByText('Each of them, and why').click();
    const rows = findings.getByRole('table').first().getByRole('row');
    await expect(rows).toHaveCount(1 + (FILE.split('\n')[0] ?? '').split(',').length);
    await expect(rows.filter({ hasText: 'event_date' })).toContainText('The date of the incident.');
    await expect(findings).toContainText(/read as “(attributed|involved|suspected|claimed)”/);
  });

  await test.step('a mapping that does not fit is refused in words', async () => {
    const other = JSON.stringify({ format: 'annals-mapping/1', date: { kind: 'one', column: 'nowhere' } });
    await page.getByLabel('Load mapping').setInputFiles(asFile(other, 'other.json'));
    await expect(page.getByRole('main').getByRole('alert')).toContainText('nowhere');
  });

  await openDashboard(page);
  await test.step('what became of every column is said beneath the dashboard', async () => {
    const about = page.getByRole('region', { name: 'Columns of the file' });
    await about.getByText('What became of each, and why').click();
    await expect(about.getByRole('row').filter({ hasText: 'event_date' })).toBeVisible();
  });

  await test.step('every problem is listed beneath the dashboard and saved as a file', async () => {
    await page.getByRole('link', { name: 'See which' }).click();
    await expect(page.getByRole('heading', { name: 'What could not be used' })).toBeInViewport();
    await expect(page).toHaveURL(/\/open$/);
    const text = await savedBy(page, /as problems\.csv/);
    expect(text).toContain('file,line,column,value,code,effect,reason,what_to_do');
    expect(text).toMatch(/made-up\.csv,8,event_date,sometime in spring,date-not-understood,row,/);
  });

  await test.step('the rows of a view are saved as CSV without a server', async () => {
    const lines = (await savedBy(page, 'All 6 incidents as CSV')).trim().split('\r\n');
    expect(lines).toHaveLength(7);
    expect(lines[0]).toMatch(/^id,date,/);
  });
});

test('a reload asks before it loses a file, the same file brings the view back, and one that is kept stays', async ({
  page,
}) => {
  await choose(page, FILE);
  await expectMapping(page);
  await openDashboard(page);
  await page
    .getByRole('complementary')
    .getByRole('checkbox', { name: /^Mirthol Guard/ })
    .click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText('Mirthol Guard');
  const words = (await heading.textContent()) ?? '';
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await expect(page.getByRole('note')).toContainText('The file was not kept');

  // What was told of these columns is known, so that nothing is left to be decided.
  await page.getByLabel('Choose a file').setInputFiles(asFile(FILE));
  await expect(heading).toHaveText(words);
  await expect(page).toHaveURL(/#actor=mirthol-guard$/);
  await page.getByRole('button', { name: 'Keep in this browser' }).click();
  const keep = page.getByRole('button', { name: 'Kept in this browser' });
  await expect(keep).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expect(heading).toHaveText(words);
  await expect(page).toHaveURL(/#actor=mirthol-guard$/);
  expect(asked).toHaveLength(1);

  await page.getByRole('button', { name: 'Close file' }).click();
  await expect(page.getByRole('note')).toContainText('This browser keeps made-up.csv');
  await page.getByRole('button', { name: 'Open it again' }).click();
  await keep.click();
  await expect(keep).toHaveCount(0);
  await page.reload();
  expect(asked).toHaveLength(2);
  await expect(page.getByRole('note')).toContainText('The file was not kept');
});

test('a view of a file is saved as a page for others, and its publication is one click away', async ({
  page,
  context,
}) => {
  await choose(page, FILE.replace(/^A3.*\n/m, '').replace(/\nA7.*$/, ''));
  // Nothing in it is left to be decided.
  await expect(page.locator('html[data-ready]')).toHaveCount(1);
  await page
    .getByRole('complementary')
    .getByRole('checkbox', { name: /^Mirthol Guard/ })
    .click();
  await expect(figure(page, 'Killed')).toHaveText('7');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a page' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe('made-up.html');
  const saved = await context.newPage();
  const errors: string[] = [];
  saved.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await saved.setContent(readFileSync(await download.path(), 'utf8'));
  await expect(saved.getByRole('heading', { level: 1 })).toContainText('Mirthol Guard');
  await expect(saved.getByRole('main')).toContainText('Read from the file “made-up.csv” in a browser');
  await expect(saved.getByRole('main')).toContainText('Killed: 7');
  await saved.getByRole('searchbox').fill('Pellingate');
  await expect(saved.getByRole('status')).toHaveText(/^1 of 2/);
  expect(errors).toEqual([]);
  await saved.close();

  await page.getByRole('link', { name: 'Publish', exact: true }).click();
  await expect(page.getByLabel('Address')).toBeInViewport();
});

test('days and months that can be either are asked about, never guessed; the mapping is saved, found again by the columns, and loaded from its file', async ({
  page,
}) => {
  let mapping = '';
  await test.step('a file whose days and months can be either is asked about', async () => {
    await choose(page, AMBIGUOUS);
    await expectMapping(page);
    await page.getByRole('button', { name: 'Open the dashboard' }).click();
    await expect(page.getByText('1 question above waits for an answer.')).toBeVisible();
    await expect(page.locator('html[data-ready]')).toHaveCount(0);
    const date = page
      .getByRole('region', { name: 'The first incidents' })
      .getByRole('row')
      .nth(1)
      .getByRole('cell')
      .first();
    await options(page).and(page.locator('[value=day-first]')).check();
    await expect(date).toHaveText('3 Apr 2021');
    await options(page).and(page.locator('[value=month-first]')).check();
    await expect(date).toHaveText('4 Mar 2021');
    mapping = await savedBy(page, 'Save mapping');
    await page.getByRole('checkbox', { name: /Remember this mapping/ }).uncheck();
    await openDashboard(page);
    await expect(figure(page, 'Killed')).toHaveText(written(3, 3, 3));
  });

  await test.step('a mapping that was not to be remembered is loaded from its file', async () => {
    await choose(page, AMBIGUOUS);
    await expectMapping(page);
    await expect(options(page).first()).toBeVisible();
    await page.getByLabel('Load mapping').setInputFiles(asFile(mapping, 'made-up.mapping.json'));
    await expect(page.getByText('The mapping was loaded from your file.')).toBeVisible();
    await expect(options(page)).toHaveCount(0);
    await openDashboard(page);
  });

  await test.step('what is remembered is found again by the columns, and used when asked for', async () => {
    await choose(page, AMBIGUOUS.replace('Northby', 'Westby'));
    await expect(page.getByRole('note')).toContainText('It is not used');
    await expect(options(page).first()).not.toBeChecked();
    await page.getByRole('button', { name: 'Use it all the same' }).click();
    await expect(page.getByText('its mapping is used again')).toBeVisible();
    await expect(options(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Guess anew' }).click();
    await expect(options(page).first()).toBeVisible();
  });
});

test('a large file says how far it is, can be given up, and leaves the page free', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto('/open');
  await page.waitForLoadState('networkidle');
  const take = () =>
    page.evaluate(() => {
      const lines = Array.from(
        { length: 60_000 },
        (_, i) =>
          `${i},20${10 + (i % 14)}-0${1 + (i % 9)}-1${i % 9},Group ${i % 40},Town ${i % 900},${i % 7}`,
      );
      const file = new File([`id,date,actor,place,killed\n${lines.join('\n')}`], 'large.csv');
      const data = new DataTransfer();
      data.items.add(file);
      document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    });
  await take();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Open an event file' })).toBeFocused();
  await page.evaluate(() => {
    const kept = window as typeof window & { longest: number };
    kept.longest = 0;
    let last = performance.now();
    const beat = () => {
      const now = performance.now();
      kept.longest = Math.max(kept.longest, now - last);
      last = now;
      if (!document.documentElement.hasAttribute('data-ready')) requestAnimationFrame(beat);
    };
    requestAnimationFrame(beat);
  });
  await take();
  await expect(page.getByRole('heading', { level: 1, name: 'Building the series' })).toBeVisible();
  await expect(figure(page, 'Incidents')).toHaveText('60,000', { timeout: 120_000 });
  // A page that did the work itself would stand still for seconds.
  expect(await page.evaluate(() => (window as typeof window & { longest: number }).longest)).toBeLessThan(
    1500,
  );
});

test('warnings are not told as losses', async ({ page }) => {
  const rows = 'date,group,killed\n2021-02-03,North,1\n2021-02-03,North,1\n2021-02-25,South,about 5\n';
  await choose(page, rows, 'warned.csv');
  await page.getByRole('button', { name: 'How it was read' }).click();
  await expectMapping(page);
  await expect(
    page.getByText('3 rows read = 3 incidents + 0 problems + 0 skipped; 2 warnings'),
  ).toBeVisible();
  await openDashboard(page);
  await expect(page.getByText('2 warnings are noted; nothing is left out for them.')).toBeVisible();
  await expect(page.getByText('left out of every count')).toHaveCount(0);
});

test('publishing over a series that is there asks first, and shows what would change', async ({
  page,
  request,
}) => {
  test.setTimeout(240_000);
  const id = freshId('asked');
  const publishForm = async (text: string, name: string) => {
    await choose(page, text, name);
    await expectMapping(page);
    await page.getByText('Publish on this server').click();
    await page.getByLabel('Address').fill(id);
    await page.getByRole('button', { name: 'Send and publish' }).click();
  };
  // The start of the server prints this address.
  const token = readFileSync(join(process.env.ANNALS_E2E_STORE ?? '', 'token'), 'utf8').trim();
  await page.goto(`/open#token=${token}`);
  await expect(page).toHaveURL('/open');
  const published = async () =>
    (await (await request.get(`/api/v1/datasets/${id}/revisions`)).json()).revisions.length;
  await publishForm(FILE, 'march.csv');
  await expect(page.getByText('Published as revision')).toBeVisible({ timeout: 90_000 });

  await publishForm(FILE, 'april (2).csv');
  const same = page.getByRole('region', { name: `/${id} holds exactly this already` });
  await expect(same.getByRole('heading')).toBeFocused({ timeout: 90_000 });
  await same.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('Nothing was published')).toBeVisible();
  await page.evaluate(() => localStorage.clear());

  const [header = '', first = '', ...rest] = FILE.split('\n');
  const changed = [header, ...rest, first.replace(/^[^,]*/, 'new-1')].join('\n');
  await publishForm(changed, 'march.csv');
  const ask = page.getByRole('region', { name: `/${id} is there already. Publish over it?` });
  await expect(ask).toContainText('1 added, 0 changed, 1 removed; 5 incidents stay as they are', {
    timeout: 90_000,
  });
  await ask.getByText('Which').click();
  await expect(ask.getByRole('listitem').filter({ hasText: 'removed' })).toHaveCount(1);
  expect(await violationsOf(page)).toEqual([]);
  await ask.getByRole('button', { name: 'Leave it as it is' }).click();
  await expect(page.getByText('Nothing was published')).toBeVisible();
  expect(await published()).toBe(1);

  await page.getByRole('button', { name: 'Send and publish' }).click();
  await page.getByRole('button', { name: 'Publish this revision' }).click({ timeout: 90_000 });
  await expect(page.getByText('Published as revision')).toBeVisible({ timeout: 90_000 });
  expect(await published()).toBe(2);
  await page.getByRole('link', { name: 'what changed' }).click();
  await expect(page.getByRole('main')).toContainText('1 added');
  await page.goto(`/${id}/about`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Asked /);
  await expect(page.getByRole('heading', { name: 'Columns of the file' })).toBeVisible();
});

test('nothing is sent to the server before the reader presses the button', async ({ page }) => {
  await choose(page, FILE);
  await expectMapping(page);
  const sent: string[] = [];
  await page.route('**/api/**', (route) => {
    sent.push(`${route.request().method()} ${new URL(route.request().url()).pathname}`);
    return route.fulfill({
      status: 401,
      json: { title: 'A token is needed', detail: 'Uploads need a token.' },
    });
  });
  await page.getByText('Publish on this server').click();
  await page.getByLabel('Address').fill('my-series');
  expect(sent).toEqual([]);
  await page.getByRole('button', { name: 'Send and publish' }).click();
  await expect(page.getByText('This server asks for its token')).toBeVisible();
  await expect(page.getByLabel('Token')).toBeVisible();
  expect(sent).toEqual(['POST /api/v1/datasets/my-series/uploads']);
});

test('every step reads well to assistive tools, in light and in dark', async ({ page }) => {
  test.setTimeout(240_000);
  const check = async (step: string) => {
    expect(await violationsInBoth(page), step).toEqual([]);
  };
  await page.goto('/open');
  await check('start');
  await page.getByLabel('Choose a file').setInputFiles(asFile(AMBIGUOUS));
  await expectMapping(page);
  await expect(page.getByText(/rows read =/)).toBeVisible();
  await page.getByText('Publish on this server').click();
  await check('mapping');
  await options(page).first().check();
  await openDashboard(page);
  await page.getByText('What the file and the mapping say of it').click();
  await check('dashboard');
  await page.getByRole('button', { name: 'Close file' }).click();
  await page.getByLabel('Choose a file').setInputFiles(asFile('', 'empty.csv'));
  await expect(page.getByRole('heading', { level: 1, name: 'This file cannot be opened' })).toBeVisible();
  await check('refused');
});

fresh.describe('without scripts', () => {
  fresh.use({ javaScriptEnabled: false });
  fresh('the page says that it needs them, and names the command line', async ({ page }) => {
    await page.goto('/open');
    const notice = page.locator('noscript pre');
    await expect(notice).toBeVisible();
    await expect(notice).toContainText('npm run annals -- import FILE --as my-series');
    await expect(page.getByText('Choose a file')).toBeHidden();
  });
});
