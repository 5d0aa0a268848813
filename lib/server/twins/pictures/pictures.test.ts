import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { samplePicture } from '../../../../testing/pictures/picture-sample';
import { PICTURES } from '../../../render/picture/picture-input';
import { fontsFor } from './picture-fonts';
import { toPng } from './pictures';

const hash = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Width and height as the header of a PNG states them. */
function sizeOf(png: Uint8Array): readonly [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

/** The colours of a PNG of one line of text, of which some part must not be the page's. */
async function inkOf(text: string): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40" font-family="Inter, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew', 'Noto Sans Hans', 'Noto Sans KR'"><text x="4" y="28" font-size="20">${text}</text></svg>`;
  return hash(await toPng(svg, 1));
}

describe('a PNG', () => {
  it.each(PICTURES)('of a %s is the same, byte by byte, each time and in another process', async (kind) => {
    const svg = await samplePicture(kind, 'from=2023&to=2023', { width: 400 });
    const png = await toPng(svg, 1);
    expect(hash(await toPng(svg, 1))).toBe(hash(png));
    const script = `
      const { renderAsync } = require('@resvg/resvg-js');
      const svg = require('node:fs').readFileSync(0, 'utf8');
      renderAsync(svg, { fitTo: { mode: 'zoom', value: 1 }, font: { fontFiles: ${JSON.stringify(fontsFor(svg))}, loadSystemFonts: false, defaultFontFamily: 'Inter' } })
        .then((image) => console.log(require('node:crypto').createHash('sha256').update(image.asPng()).digest('hex')));`;
    const other = execFileSync(process.execPath, ['-e', script], { input: svg, encoding: 'utf8' });
    expect(other.trim()).toBe(hash(png));
  });

  it.each([1, 2, 4])('has %d pixels for each of the picture', async (scale) => {
    const svg = await samplePicture('activity', '', { width: 400, height: 360 });
    expect(sizeOf(await toPng(svg, scale))).toEqual([400 * scale, 360 * scale]);
  });

  it.each([
    ['Latin', 'Attack', 'Abuse!'],
    ['Cyrillic', 'Нападение', 'Щёлково'],
    ['Arabic', 'هجمات', 'روسيا'],
    ['Hebrew', 'התקפה', 'רוסיה'],
    ['Chinese', '袭击', '事件'],
    ['Japanese', 'カタカナ', 'ひらがな'],
    ['Korean', '공격', '사건'],
    ['Greek', 'Αθήνα', 'Ωμέγα'],
    ['Devanagari', 'हमला', 'घटना'],
  ])('has letters of %s, not boxes that are all alike', async (_, one, other) => {
    expect(fontsFor(one).filter((file) => !existsSync(file))).toEqual([]);
    // Two words of as many letters would be the same boxes.
    const boxes = [...one].map(() => '\u{10ffff}').join('');
    const inks = await Promise.all([one, other, boxes].map(inkOf));
    expect(new Set(inks).size).toBe(3);
  });

  it('draws a box for what no bundled font has, the same for each', async () => {
    expect(await inkOf('\u{1f525}')).toBe(await inkOf('\u{1f4a3}'));
    expect(await inkOf('\u{1f525}')).not.toBe(await inkOf(''));
  });
});
