import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryStore } from '../../../testing/stores/memory-store';
import { plainSeries } from '../../../testing/stores/plain-series';
import { PANELS } from '../../export/html/embed-code';
import { PAGE_THEMES } from '../../export/html/styles';
import { type Catalogue, makeCatalogue } from '../catalogue/catalogue';
import { embed } from './embeds';

const held = globalThis as typeof globalThis & { annalsCatalogue?: Catalogue };
const before = held.annalsCatalogue;
let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'annals-embeds-'));
  const store = memoryStore();
  await store.publish(plainSeries('plain', 40), []);
  held.annalsCatalogue = makeCatalogue(store, dir, () => {});
});
afterAll(async () => {
  if (before) held.annalsCatalogue = before;
  else delete held.annalsCatalogue;
  await rm(dir, { recursive: true });
});

/** The hashes that a directive of a policy allows. */
function allowed(policy: string, directive: string): readonly string[] {
  const [, ...sources] =
    policy
      .split('; ')
      .find((one) => one.startsWith(`${directive} `))
      ?.split(' ') ?? [];
  return sources;
}

const hashOf = (text: string | null) =>
  `'sha256-${createHash('sha256')
    .update(text ?? '')
    .digest('base64')}'`;

const PAGES = [
  ...PANELS.flatMap(({ id }) => PAGE_THEMES.map((theme) => [`plain/${id}?theme=${theme}`, 200] as const)),
  ['none/activity', 404],
  ['plain/none', 404],
  ['plain/activity?theme=pink', 400],
] as const;

describe('the page of a frame', () => {
  it.each(PAGES)(
    '%s has a policy of its own style and script, and asks for no more',
    async (path, status) => {
      const request = new Request(`http://host/embed/${path}`);
      const [dataset = '', panel = ''] = path.split('?')[0]!.split('/');
      const response = await embed(request, dataset, panel);
      expect(response.status).toBe(status);
      const policy = response.headers.get('content-security-policy') ?? '';
      const { document } = new JSDOM(await response.text()).window;
      const [styles, scripts] = [document.querySelectorAll('style'), document.querySelectorAll('script')];
      for (const one of styles) expect(allowed(policy, 'style-src')).toContain(hashOf(one.textContent));
      for (const one of scripts) expect(allowed(policy, 'script-src')).toContain(hashOf(one.textContent));
      expect([styles.length, scripts.length]).toEqual([1, status === 200 ? 1 : 0]);
      expect(policy).not.toContain('unsafe');
      expect(document.querySelectorAll('[style], [onload], [onerror]')).toHaveLength(0);
    },
  );
});
