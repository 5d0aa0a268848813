import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { darkPaint, lightPaint, type Token } from './paint';
import { COLOURS } from './palette';

const css = readFileSync(path.join(import.meta.dirname, '..', '..', '..', 'app', 'globals.css'), 'utf8');
const tokens = [...css.matchAll(/(--[\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(
  ([, token = '', light = '', dark = '']) => ({ token, light, dark }),
);

/** Contrast by WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** CIE L*a*b* for D65, and the difference of two colours in it (CIE 1976). */
function lab(colour: string): readonly [number, number, number] {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const [r, g, b] = [channel(1), channel(3), channel(5)];
  const root = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = root(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = root((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
function difference(a: string, b: string): number {
  const [first, second] = [lab(a), lab(b)];
  return Math.hypot(...first.map((value, at) => value - (second[at] ?? 0)));
}

describe('the colours', () => {
  const page = tokens.find(({ token }) => token === '--page');
  const groups = tokens.filter(({ token }) => token.startsWith('--group-'));

  it('are the same in pictures as on the page', () => {
    const used = ['--page', '--raised', '--line', '--line-strong', '--ink', '--ink-2', '--ink-3', '--accent'];
    for (const { token, light, dark } of tokens.filter(
      (one) => used.includes(one.token) || groups.includes(one),
    )) {
      expect([token, lightPaint(token as Token)]).toEqual([token, light]);
      expect([token, darkPaint(token as Token)]).toEqual([token, dark]);
    }
    expect(groups.slice(0, 15).map(({ light }) => light)).toEqual(COLOURS.light);
    expect(groups.slice(0, 15).map(({ dark }) => dark)).toEqual(COLOURS.dark);
  });

  it.each(groups)(
    'of $token stand out from the page, 3 to 1 at least, in light and dark',
    ({ light, dark }) => {
      expect(contrast(light, page?.light ?? '')).toBeGreaterThanOrEqual(3);
      expect(contrast(dark, page?.dark ?? '')).toBeGreaterThanOrEqual(3);
    },
  );

  it.each(['light', 'dark'] as const)('differ by ΔE 30 at least, any two of them, in %s', (theme) => {
    const drawn = groups.filter(({ token }) => token !== '--group-all');
    expect(drawn).toHaveLength(18);
    const near = drawn.flatMap((a, at) =>
      drawn.slice(at + 1).flatMap((b) => (difference(a[theme], b[theme]) < 30 ? [[a.token, b.token]] : [])),
    );
    expect(near).toEqual([]);
    // A side of a comparison may be drawn in ink, beside groups and what is not established.
    const ink = tokens.find(({ token }) => token === '--ink')?.[theme] ?? '';
    const beside = drawn.filter(({ token }) => /\d|none/.test(token));
    expect(beside.filter((one) => difference(one[theme], ink) < 30)).toEqual([]);
  });
});
