import { afterEach, describe, expect, it, vi } from 'vitest';

describe('below a base path', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  it('every kind of address begins with it', async () => {
    vi.stubEnv('ANNALS_BASE_PATH', '/annals');
    vi.resetModules();
    const { aboutHref, incidentHref, queryHref, servedTwinHref } = await import(
      '../../view/addresses/addresses'
    );
    const { defaultView } = await import('../../view/keys');
    const { viewHref } = await import('../../view/serialize');
    const { embedCode, embedHref } = await import('./embed-code');
    const { problemDocument } = await import('../documents/problem-document');
    const view = defaultView('a' as never);
    const addresses = [
      viewHref(view),
      viewHref(view, '/share'),
      servedTwinHref(view, 'view.json'),
      incidentHref(view, 'i'),
      aboutHref(view.dataset),
      queryHref(view.dataset, 'q=x'),
      embedHref(view, 'activity'),
      problemDocument('not-found', '/annals/a', '').type,
    ];
    expect(addresses.filter((address) => !/^\/annals\/(a|embed|problems)([/?]|$)/.test(address))).toEqual([]);
    const code = embedCode({ origin: 'https://x.org', view, panel: 'activity', title: 't' });
    expect([...code.matchAll(/https:\/\/x\.org(\/\w+)/g)].map(([, first]) => first)).toEqual([
      '/annals',
      '/annals',
    ]);
  });
});
