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
    expect(groups.slice(0, 8).map(({ light }) => light)).toEqual(COLOURS.light);
    expect(groups.slice(0, 8).map(({ dark }) => dark)).toEqual(COLOURS.dark);
  });

  it.each(groups)(
    'of $token stand out from the page, 3 to 1 at least, in light and dark',
    ({ light, dark }) => {
      expect(contrast(light, page?.light ?? '')).toBeGreaterThanOrEqual(3);
      expect(contrast(dark, page?.dark ?? '')).toBeGreaterThanOrEqual(3);
    },
  );
});
