import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  deleteUpload,
  getUpload,
  headUpload,
  patchUpload,
  postRevision,
  postUpload,
  sweepRegularly,
} from './upload-api';
import { type UploadSettings, uploadSettings } from './upload-settings';

/** Stands in for the command line: does what the first word of the file says. */
const PROGRAM = `
import { readFileSync } from 'node:fs';
const args = process.argv.slice(2);
const text = readFileSync(args[1], 'utf8');
const say = (answer, code) => { console.log(JSON.stringify(answer)); process.exitCode = code; };
console.error(JSON.stringify({ progress: { step: 'build', bytes: 1, ofBytes: 2, rows: 3 } }));
const [verb] = text.split(' ');
if (verb === 'ok') say({ dataset: 'mine', revision: 'f'.repeat(64), read: 1, args: args.slice(2), text }, 0);
if (verb === 'ask') say({ dataset: 'mine', error: { code: 'unsettled', message: 'Which?', questions: [
  { id: 'date-order', text: 'Is 03/04 in March?', options: [{ value: 'day-first', label: 'April' }] } ] } }, 4);
if (verb === 'refuse') say({ dataset: 'mine', error: { code: 'refused', message: 'No.', problems: [
  { file: 'x.csv', row: 2, column: 'd', value: 'v', code: 'no-date-column', reason: 'none' } ] } }, 3);
if (verb === 'die') process.kill(process.pid, 'SIGKILL');
if (verb === 'hang') setTimeout(() => {}, 60_000);
if (verb === 'deaf') { process.on('SIGTERM', () => {}); setTimeout(() => {}, 60_000); }
if (verb === 'eat') { const held = []; setInterval(() => held.push(Buffer.alloc(50_000_000, 1)), 10); }
`;

const TOKEN = 'right';
const LOCAL = { authorization: `Bearer ${TOKEN}` };
let folder: string;
let settings: UploadSettings;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'uploads-'));
  const program = join(folder, 'program.mjs');
  writeFileSync(program, PROGRAM);
  mkdirSync(join(folder, 'data', 'bundled'), { recursive: true });
  writeFileSync(join(folder, 'data', 'bundled', 'incidents.csv'), 'id,date,title\n');
  const env = { ANNALS_STORE: join(folder, 'store'), ANNALS_DATA: join(folder, 'data'), ANNALS_TOKEN: TOKEN };
  settings = { ...(await uploadSettings(env)), program, mostBytes: 1000 };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function ask(method: string, path: string, more: RequestInit & { headers?: Record<string, string> } = {}) {
  const headers = { ...LOCAL, ...more.headers };
  return new Request(`http://localhost/api/v1/datasets/${path}`, { ...more, method, headers });
}

async function begun(): Promise<string> {
  const response = await postUpload(ask('POST', 'mine/uploads?name=a.csv'), 'mine', settings);
  expect(response.status).toBe(201);
  const { upload } = (await response.json()) as { upload: string };
  expect(response.headers.get('location')).toBe(`/api/v1/datasets/mine/uploads/${upload}`);
  return upload;
}

const path = (upload: string) => `mine/uploads/${upload}`;
const send = (upload: string, offset: number, body: BodyInit) => {
  const init = { body, duplex: 'half', headers: { 'upload-offset': String(offset) } };
  return patchUpload(ask('PATCH', path(upload), init), 'mine', upload, settings);
};
const offsetOf = async (upload: string) =>
  (await headUpload(ask('HEAD', path(upload)), 'mine', upload, settings)).headers.get('upload-offset');
const order = (body: object) =>
  postRevision(ask('POST', 'mine/revisions', { body: JSON.stringify(body) }), 'mine', settings);
const stateOf = async (upload: string) =>
  (await getUpload(ask('GET', path(upload)), 'mine', upload, settings)).json();
const settled = async (upload: string) => {
  for (;;) {
    const state = await stateOf(upload);
    if (state.state !== 'importing') return state;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
const atOnce = (body: BodyInit, query = 'name=a.csv') => {
  const init = { body, duplex: 'half' };
  return postRevision(ask('POST', `mine/revisions?${query}`, init), 'mine', settings);
};
const leftovers = () => readdirSync(join(settings.store, '.uploads'));

/** A body that breaks off after some bytes. */
function breaking(text: string): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) controller.error(new Error('the connection broke'));
      else controller.enqueue(new TextEncoder().encode(text));
      sent = true;
    },
  });
}

describe('an upload in parts', () => {
  test('goes on after a break where its bytes end, and is imported as a whole', async () => {
    const upload = await begun();
    expect((await send(upload, 0, breaking('ok one '))).status).toBe(400);
    expect(await offsetOf(upload)).toBe('7');
    const wrong = await send(upload, 0, 'again');
    expect([wrong.status, wrong.headers.get('upload-offset')]).toEqual([409, '7']);
    const right = await send(upload, 7, 'two');
    expect([right.status, right.headers.get('upload-offset')]).toEqual([204, '10']);
    expect(await stateOf(upload)).toMatchObject({
      state: 'receiving',
      bytes: 10,
      name: 'a.csv',
      result: null,
    });
    const started = await order({ upload, title: 'Ours', answers: { 'date-order': 'day-first' } });
    expect(started.status).toBe(202);
    const { state, result } = await settled(upload);
    expect([state, result.text]).toEqual(['done', 'ok one two']);
    expect(result.args).toEqual([
      ...['--as=mine', '--name=a.csv', '--json', '--progress-lines'],
      ...['--answer=date-order=day-first', '--title=Ours'],
    ]);
    expect((await order({ upload })).status).toBe(409);
  });

  test('can be tried without publishing, and then be imported with a mapping', async () => {
    const upload = await begun();
    await send(upload, 0, 'ok');
    await order({ upload, dryRun: true });
    expect((await settled(upload)).result.args).toContain('--dry-run');
    await order({ upload, mapping: { format: 'annals-mapping/1' } });
    const { result } = await settled(upload);
    expect(result.args.at(-1)).toMatch(/^--mapping=.*mapping\.json$/);
  });

  test('tells the questions of an import that needs to be told something, and takes the answers', async () => {
    const upload = await begun();
    await send(upload, 0, 'ask');
    await order({ upload });
    const { state, error } = await settled(upload);
    expect([state, error.code, error.questions[0].id]).toEqual(['failed', 'unsettled', 'date-order']);
    expect((await order({ upload, answers: { 'date-order': 'day-first' } })).status).toBe(202);
    await settled(upload);
  });

  test('shows how far its import is, and can be cancelled', async () => {
    const upload = await begun();
    await send(upload, 0, 'hang ');
    await order({ upload });
    while ((await stateOf(upload)).progress === null) await new Promise((go) => setTimeout(go, 20));
    expect(await stateOf(upload)).toMatchObject({ state: 'importing', progress: { step: 'build', rows: 3 } });
    expect((await send(upload, 5, 'more')).status).toBe(409);
    expect((await order({ upload })).status).toBe(409);
    const gone = await deleteUpload(ask('DELETE', path(upload)), 'mine', upload, settings);
    expect([gone.status, leftovers()]).toEqual([204, []]);
    expect((await getUpload(ask('GET', path(upload)), 'mine', upload, settings)).status).toBe(404);
  });

  test.each([
    ['dies', 'die ', {}, 'crashed'],
    ['takes too long', 'hang ', { importMs: 300 }, 'time'],
    ['takes too much memory', 'eat ', { importBytes: 300_000_000 }, 'memory'],
  ])('leaves the server alone where its import %s', async (_, text, limits, code) => {
    settings = { ...settings, ...limits };
    const upload = await begun();
    await send(upload, 0, text);
    await order({ upload });
    expect((await settled(upload)).error.code).toBe(code);
  });

  test('is refused above the limit, whether or not it says so before', async () => {
    const upload = await begun();
    expect((await send(upload, 0, 'x'.repeat(1001))).status).toBe(413);
    expect((await send(upload, 0, breaking('x'.repeat(1001)))).status).toBe(413);
    expect(await offsetOf(upload)).toBe('0');
  });

  test('is refused where too much waits already', async () => {
    settings = { ...settings, mostBytes: 10 };
    for (let at = 0; at < 2; at++) await send(await begun(), 0, 'x'.repeat(10));
    expect((await send(await begun(), 0, 'x')).status).toBe(429);
  });

  test('expires, and only so many wait', async () => {
    settings = { ...settings, mostUploads: 2 };
    const [old] = [await begun(), await begun()];
    const full = await postUpload(ask('POST', 'mine/uploads?name=a.csv'), 'mine', settings);
    expect([full.status, full.headers.get('retry-after')]).toEqual([429, '60']);
    const dir = join(settings.store, '.uploads', old);
    for (const file of readdirSync(dir)) utimesSync(join(dir, file), 1, 1);
    expect(leftovers()).toContain(old);
    await begun();
    expect(leftovers()).not.toContain(old);
  });
});

/** A body of which nothing comes but its first bytes. */
function stalling(text: string): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode(text)) });
}

const statuses = async (asked: readonly Promise<Response>[]) =>
  (await Promise.all(asked)).map(({ status }) => status).sort((a, b) => a - b);
const times = (count: number, status: number) => Array.from({ length: count }, () => status);

describe('many requests at once', () => {
  test('begin as many uploads as may wait, and no more', async () => {
    settings = { ...settings, mostUploads: 2 };
    const begin = () => postUpload(ask('POST', 'mine/uploads?name=a.csv'), 'mine', settings);
    const all = await statuses(Array.from({ length: 13 }, begin));
    expect([all, leftovers().length]).toEqual([[...times(2, 201), ...times(11, 429)], 2]);
  });

  test('order one upload once', async () => {
    const upload = await begun();
    await send(upload, 0, 'ok');
    const all = await statuses(Array.from({ length: 8 }, () => order({ upload })));
    expect(all).toEqual([202, ...times(7, 409)]);
    expect((await settled(upload)).state).toBe('done');
  });

  test('start as many imports as may run, and no more', async () => {
    settings = { ...settings, mostImports: 2 };
    const uploads = await Promise.all(Array.from({ length: 5 }, begun));
    for (const upload of uploads) await send(upload, 0, 'hang ');
    const all = await statuses(uploads.map((upload) => order({ upload })));
    expect(all).toEqual([202, 202, ...times(3, 429)]);
    for (const upload of uploads) await deleteUpload(ask('DELETE', path(upload)), 'mine', upload, settings);
  });

  test('bring no more bytes than there is room for, whether or not they say how many', async () => {
    settings = { ...settings, mostBytes: 10 };
    const sent = (upload: string, at: number) => {
      const more: Record<string, string> = at % 2 === 0 ? { 'content-length': '10' } : {};
      const init = { body: 'x'.repeat(10), headers: { 'upload-offset': '0', ...more } };
      return patchUpload(ask('PATCH', path(upload), init), 'mine', upload, settings);
    };
    const uploads = await Promise.all(Array.from({ length: 6 }, begun));
    expect(await statuses(uploads.map(sent))).toEqual([204, 204, ...times(4, 429)]);
    const sizes = await Promise.all(uploads.map(offsetOf));
    expect(sizes.reduce((sum, size) => sum + Number(size), 0)).toBe(20);
  });

  test('send to one upload one at a time', async () => {
    const upload = await begun();
    const all = await statuses(['a', 'b', 'c'].map((text) => send(upload, 0, text)));
    expect([all, await offsetOf(upload)]).toEqual([[204, 409, 409], '1']);
  });

  test('in one request each are all imported, some after the others', async () => {
    settings = { ...settings, mostImports: 1 };
    expect(await statuses(['ok 1', 'ok 2', 'ok 3'].map((text) => atOnce(text)))).toEqual(times(3, 201));
  });
});

describe('an upload of which nothing comes any more', () => {
  test('keeps what has come, and can be gone on with', async () => {
    settings = { ...settings, idleMs: 50 };
    const upload = await begun();
    const response = await send(upload, 0, stalling('ok '));
    expect([response.status, (await response.json()).detail]).toEqual([
      400,
      'Nothing has come for 0.05 seconds. Go on where the bytes end.',
    ]);
    expect((await send(upload, 3, 'on')).status).toBe(204);
  });

  test('in one request gives its place back', async () => {
    settings = { ...settings, idleMs: 50, mostUploads: 1 };
    expect((await atOnce(stalling('ok '))).status).toBe(400);
    expect(leftovers()).toEqual([]);
    expect((await atOnce('ok')).status).toBe(201);
  });

  test('ends when it is deleted', async () => {
    const upload = await begun();
    const sending = send(upload, 0, stalling('ok '));
    while ((await offsetOf(upload)) !== '3') await new Promise((go) => setTimeout(go, 10));
    const gone = await deleteUpload(ask('DELETE', path(upload)), 'mine', upload, settings);
    expect([gone.status, (await sending).status, leftovers()]).toEqual([204, 400, []]);
  });

  test('is swept without anybody asking for another, as is one that was torn when it began', async () => {
    const [old, torn] = [await begun(), 'f'.repeat(32)];
    const folder = join(settings.store, '.uploads');
    mkdirSync(join(folder, torn));
    for (const file of readdirSync(join(folder, old))) utimesSync(join(folder, old, file), 1, 1);
    utimesSync(join(folder, torn), 1, 1);
    const fresh = await begun();
    expect(leftovers()).toEqual([fresh]);
    utimesSync(join(folder, fresh, 'upload.json'), 1, 1);
    utimesSync(join(folder, fresh, 'bytes'), 1, 1);
    sweepRegularly(settings);
    for (let tries = 0; leftovers().length > 0 && tries < 100; tries++)
      await new Promise((go) => setTimeout(go, 10));
    expect(leftovers()).toEqual([]);
  });
});

describe('a file sent in one request', () => {
  test('is answered with what came of it, and nothing is left', async () => {
    const response = await atOnce('ok go', 'name=a.csv&title=T&answer=date-order=day-first');
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ dataset: 'mine', read: 1, text: 'ok go' });
    expect(leftovers()).toEqual([]);
  });

  test.each([
    ['ask', 422, 'unsettled-mapping', 'answer=date-order', 'day-first'],
    ['refuse', 422, 'refused-file', 'x.csv:2:d', 'v'],
  ])('that says “%s” is a %i with the reasons', async (text, status, code, key, value) => {
    const response = await atOnce(text);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json',
    ]);
    expect(await response.json()).toMatchObject({ type: `/problems/${code}`, errors: [{ key, value }] });
    expect(leftovers()).toEqual([]);
  });

  test('that is too large is refused', async () => {
    expect((await atOnce('x'.repeat(1001))).status).toBe(413);
    expect(leftovers()).toEqual([]);
  });

  test('that is empty is refused', async () => {
    expect((await atOnce('')).status).toBe(409);
  });
});

describe('after a restart of the server', () => {
  /** What the process before has known is gone; what lies in the store is not. */
  const restart = () => {
    (globalThis as { annalsImports?: unknown }).annalsImports = undefined;
  };

  test('an import that had ended is still told, and an upload goes on', async () => {
    const [ended, half] = [await begun(), await begun()];
    await send(ended, 0, 'ok');
    await order({ upload: ended });
    await settled(ended);
    await send(half, 0, 'ok and ');
    restart();
    expect(await stateOf(ended)).toMatchObject({ state: 'done', result: { read: 1 } });
    expect((await send(half, 7, 'on')).status).toBe(204);
  });

  test('an import that broke off with the server is told so, and can be started anew', async () => {
    const upload = await begun();
    await send(upload, 0, 'ok');
    const dir = join(settings.store, '.uploads', upload);
    writeFileSync(join(dir, 'job.json'), JSON.stringify({ pid: 2 ** 22 + 1, dryRun: false }));
    restart();
    expect(await stateOf(upload)).toMatchObject({ state: 'failed', error: { code: 'interrupted' } });
    await order({ upload });
    expect((await settled(upload)).state).toBe('done');
  });
});

test('the command line itself stands behind it', async () => {
  settings = { ...settings, program: (await uploadSettings({ ANNALS_TOKEN: TOKEN })).program };
  const rows = 'id,date,actor\na,2021-02-03,North\nb,2021-02-25,South\nc,some day,North\n';
  const response = await atOnce(rows, 'name=events.csv&title=Ours');
  expect([response.status, await response.json()]).toMatchObject([
    201,
    {
      dataset: 'mine',
      read: 3,
      incidents: 2,
      problems: 1,
      first: '2021-02-03',
      last: '2021-02-25',
      actors: 2,
    },
  ]);
  const asked = await atOnce('id,date\na,03/04/2021\nb,05/06/2021\n', 'name=events.csv');
  expect(await asked.json()).toMatchObject({
    type: '/problems/unsettled-mapping',
    errors: [{ key: 'answer=date-order', value: 'day-first|month-first' }],
  });
});

describe('with the command line itself', () => {
  const SETTLED = 'id,date,perpetrator\na,03/04/2021,North\nb,25/06/2021,South\n';
  const OPEN = 'id,date,perpetrator\na,03/04/2021,North\nb,05/06/2021,South\n';
  const into = async (dataset: string, body: string, query: string) => {
    const request = ask('POST', `${dataset}/revisions?${query}`, { body });
    const response = await postRevision(request, dataset, settings);
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  beforeEach(async () => {
    settings = { ...settings, program: (await uploadSettings({ ANNALS_TOKEN: TOKEN })).program };
  });

  test('a mapping kept for one dataset settles nothing for another', async () => {
    const first = await into('one', OPEN, 'name=a.csv&answer=date-order=day-first');
    expect([first.status, first.body.first]).toEqual([201, '2021-04-03']);
    const other = await into('two', OPEN, 'name=a.csv');
    expect([other.status, other.body.type]).toEqual([422, '/problems/unsettled-mapping']);
    expect(other.body.detail).toContain('from “one”; it is not used');
    const again = await into('one', OPEN.replace('North', 'West'), 'name=a.csv');
    expect([again.status, again.body.mappingFrom, again.body.first]).toEqual([201, 'kept', '2021-04-03']);
    const settled = await into('three', SETTLED, 'name=a.csv');
    expect([settled.status, settled.body.first]).toEqual([201, '2021-04-03']);
    expect(settled.body.notes.join(' ')).toContain('from “one”; it is used');
  });

  test('the answer tells of every column, of the address, and the same rows are one revision', async () => {
    const first = await into('mine', SETTLED, 'name=march.csv');
    expect(first.headers.get('location')).toBe('/mine');
    expect(first.body).toMatchObject({ address: '/mine', url: 'http://localhost/mine' });
    const outcomes = first.body.columns.map(({ column, outcome }: Record<string, string>) => [
      column,
      outcome,
    ]);
    expect(outcomes).toEqual([
      ['id', 'used'],
      ['date', 'used'],
      ['perpetrator', 'used'],
    ]);
    expect(first.body.columns[2].why).toContain('read as “attributed”');
    const second = await into('mine', SETTLED, 'name=april%20(2).csv');
    expect(second.body.revision).toBe(first.body.revision);
  });

  test('a dry run says what publishing would change, and publishes nothing', async () => {
    const first = await into('mine', SETTLED, 'name=a.csv');
    const next = `${SETTLED.replace('a,03', 'a,04')}c,28/06/2021,North\n`;
    const tried = await into('mine', next, 'name=a.csv&dry-run');
    expect(tried.status).toBe(200);
    expect(tried.headers.get('location')).toBeNull();
    const { since, added, changed, removed, unchanged } = tried.body.changes;
    expect({ since, added, changed, removed, unchanged }).toEqual({
      ...{ since: first.body.revision, added: 1, changed: 1, removed: 0, unchanged: 1 },
    });
    const kept = await into('mine', SETTLED, 'name=a.csv&dry-run');
    expect(kept.body).toMatchObject({ revision: since, changes: { added: 0, changed: 0, removed: 0 } });
  });
});

describe('what is turned away', () => {
  test.each([
    ['no name', 'mine', '', 400, 'bad-upload'],
    ['a name that is a path to nowhere', 'mine', '?name=../..', 400, 'bad-upload'],
    ['a name of line breaks', 'mine', '?name=%0A%0D', 400, 'bad-upload'],
    ['a name of 300 letters', 'mine', `?name=${'a'.repeat(300)}`, 400, 'bad-upload'],
    ['an id in capitals', 'Mine', '?name=a.csv', 400, 'bad-dataset-id'],
    ['an id of a route', 'api', '?name=a.csv', 400, 'bad-dataset-id'],
    ['an id with dots', '..', '?name=a.csv', 400, 'bad-dataset-id'],
    ['the id of a bundled package', 'bundled', '?name=a.csv', 409, 'bundled-dataset'],
  ])('%s', async (_, dataset, query, status, code) => {
    const response = await postUpload(ask('POST', `mine/uploads${query}`), dataset, settings);
    expect([response.status, (await response.json()).type]).toEqual([status, `/problems/${code}`]);
  });

  test('a name keeps its last part only', async () => {
    const response = await postUpload(
      ask('POST', 'mine/uploads?name=..%2F..%2Fetc%2Fx.csv'),
      'mine',
      settings,
    );
    expect((await response.json()).name).toBe('x.csv');
  });

  test('every kind of request from elsewhere, or with a wrong token', async () => {
    const upload = await begun();
    const calls = (headers: Record<string, string>) => [
      postUpload(ask('POST', 'mine/uploads?name=a', { headers }), 'mine', settings),
      getUpload(ask('GET', path(upload), { headers }), 'mine', upload, settings),
      headUpload(ask('HEAD', path(upload), { headers }), 'mine', upload, settings),
      patchUpload(ask('PATCH', path(upload), { headers }), 'mine', upload, settings),
      deleteUpload(ask('DELETE', path(upload), { headers }), 'mine', upload, settings),
      postRevision(ask('POST', 'mine/revisions?name=a', { headers }), 'mine', settings),
    ];
    const all = async (headers: Record<string, string>) =>
      (await Promise.all(calls(headers))).map(({ status }) => status);
    expect(new Set(await all({ authorization: 'Bearer wrong' }))).toEqual(new Set([401]));
    expect(new Set(await all({ authorization: '' }))).toEqual(new Set([401]));
    const [challenge] = await Promise.all(calls({ authorization: '' }));
    expect(challenge?.headers.get('www-authenticate')).toBe('Bearer');
    expect(leftovers()).toEqual([upload]);
  });

  test.each(['..', 'x', '0'.repeat(31), '0'.repeat(32), `${'0'.repeat(31)}/`])(
    'the upload “%s”',
    async (id) => {
      expect((await getUpload(ask('GET', path('x')), 'mine', id, settings)).status).toBe(404);
    },
  );

  test('an upload under the name of another dataset', async () => {
    const upload = await begun();
    expect((await getUpload(ask('GET', 'other/uploads/x'), 'other', upload, settings)).status).toBe(404);
  });

  test.each([
    ['{', 'not JSON'],
    ['{}', 'no upload'],
    ['{"upload":"x","more":1}', 'an unknown key'],
    ['{"upload":"x","answers":{"--force":"1"}}', 'a question that is an option'],
  ])('the order %s', async (body) => {
    const request = ask('POST', 'mine/revisions', { body });
    expect((await postRevision(request, 'mine', settings)).status).toBe(400);
  });

  test('a method that is none of the address', async () => {
    const response = await postUpload(ask('PUT', 'mine/uploads?name=a.csv'), 'mine', settings);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });
});
