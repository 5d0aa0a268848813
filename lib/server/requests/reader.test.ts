import { afterEach, describe, expect, it } from 'vitest';
import { originOf } from './reader';

afterEach(() => {
  delete process.env.ANNALS_ORIGIN;
});

describe('originOf', () => {
  it.each([
    [{ host: 'annals.example.org' }, 'http://annals.example.org'],
    [{ host: 'localhost:3000' }, 'http://localhost:3000'],
    [{ host: '[::1]:3000' }, 'http://[::1]:3000'],
    [{ host: 'a.example', 'x-forwarded-proto': 'https' }, 'https://a.example'],
    [{ host: 'a.example', 'x-forwarded-proto': 'javascript' }, 'http://a.example'],
    [{ host: 'a.example/"><script>' }, 'http://localhost'],
    [{}, 'http://localhost'],
  ])('takes %j as %s', (headers, origin) => {
    expect(originOf(new Headers(headers as Record<string, string>))).toBe(origin);
  });

  it('prefers what the one who runs it has set', () => {
    process.env.ANNALS_ORIGIN = 'https://annals.example.org/';
    expect(originOf(new Headers({ host: 'evil.example' }))).toBe('https://annals.example.org');
  });
});
