import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { expectGolden } from '../../../testing/pictures/golden-file';
import { samplePicture, samplePictureInput, wordsOf } from '../../../testing/pictures/picture-sample';
import { drawPicture } from './picture';
import { PICTURES } from './picture-input';

/** Throws where a text is not well-formed XML. */
function parseXml(text: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
}

describe('the picture of a view', () => {
  it.each([
    ['timeline', 'from=2023&to=2023', 720],
    ['activity', 'from=2023&to=2023', 720],
    ['comparison', 'from=2023&to=2023', 720],
    ['map', 'from=2023&to=2023', 720],
    ['comparison', 'from=2023&to=2023&measure=fatalities', 320],
  ] as const)('looks as its golden does: %s of %s, %d wide', async (kind, query, width) => {
    expectGolden(`picture-${kind}-${width}`, await samplePicture(kind, query, { width }));
  });

  it.each(PICTURES)('says in a %s what it is, whose, and how it was watched', async (kind) => {
    const words = wordsOf(await samplePicture(kind, 'from=2023&to=2023&actor=islamic-state'));
    expect(words).toContain('Example');
    expect(words).toContain('2023');
    // Low and high beside best: the sample's disputed link is not in low.
    expect(words).toMatch(/\d+ \(\d+–\d+\) attacks/);
    expect(words).toContain('Searched thinly: IS, Jul–Aug 2023.');
    expect(words).toContain('Source: Nobody, Example.');
    expect(words).toContain('Licence: CC0.');
    expect(words).toContain(`Revision ${'a'.repeat(12)} of 24 Jun 2024.`);
  });

  it.each([320, 500, 960, 1600, 2400, 4000])(
    'keeps every text inside its edges at %d pixels',
    async (width) => {
      for (const kind of PICTURES) {
        for (const split of ['actor', 'initiator', 'none']) {
          const svg = await samplePicture(kind, `from=2023&to=2023&split=${split}&measure=fatalities`, {
            width,
          });
          parseXml(svg);
          expect(svg).toContain(`width="${width}"`);
          expect(svg).not.toContain('NaN');
          expect(svg).not.toContain('undefined');
        }
      }
    },
  );

  it('is of the height that is asked for, and says which it needs where that is too little', async () => {
    const input = await samplePictureInput('from=2023&to=2023');
    for (const kind of PICTURES) {
      const fitted = drawPicture(kind, input, { width: 1200, height: 900, theme: 'light' });
      expect(fitted).toMatchObject({ kind: 'picture', width: 1200, height: 900 });
      const low = drawPicture(kind, input, { width: 1200, height: 60, theme: 'light' });
      if (low.kind !== 'too-low') throw new Error('60 pixels are enough');
      const least = drawPicture(kind, input, { width: 1200, height: low.least, theme: 'light' });
      expect(least).toMatchObject({ kind: 'picture', height: low.least });
    }
  });

  it('is the same, byte by byte, each time', async () => {
    for (const kind of PICTURES) {
      const query = 'from=2023&to=2023&measure=fatalities';
      expect(await samplePicture(kind, query)).toBe(await samplePicture(kind, query));
    }
  });

  it('has the colours of the theme that is asked for', async () => {
    const [light, dark] = [
      await samplePicture('activity', ''),
      await samplePicture('activity', '', { theme: 'dark' }),
    ];
    expect(light).toContain('fill="#ffffff"');
    expect(dark).toContain('fill="#11151b"');
    expect(dark).not.toContain('#ffffff');
  });

  it('says of a view without incidents that it is empty', async () => {
    for (const kind of PICTURES) {
      expect(wordsOf(await samplePicture(kind, 'from=1990&to=1990&actor=gur'))).toContain(
        'No attacks in this view',
      );
    }
  });

  const BASE = 'from=2023&to=2023';
  it.each([
    'from=2022&to=2023',
    'from=2023&to=2023-06',
    `${BASE}&actor=iscp`,
    `${BASE}&relation=claimed`,
    `${BASE}&certainty=certain`,
    `${BASE}&disputed=no`,
    `${BASE}&type=bombing`,
    `${BASE}&region=memo`,
    `${BASE}&initiator=foreign-state`,
    `${BASE}&scope=out`,
    `${BASE}&q=large`,
    `${BASE}&split=relation`,
  ])('follows %s in every kind', async (query) => {
    for (const kind of PICTURES)
      expect(await samplePicture(kind, query)).not.toBe(await samplePicture(kind, BASE));
  });

  it.each([
    ['bin=quarter', 'activity'],
    ['mode=lines', 'activity'],
    ['mode=panels', 'activity'],
    ['mode=cumulative', 'activity'],
    ['measure=fatalities', 'activity'],
    ['measure=fatalities', 'comparison'],
  ] as const)('follows %s in an %s', async (key, kind) => {
    expect(await samplePicture(kind, `${BASE}&${key}`)).not.toBe(await samplePicture(kind, BASE));
  });

  it.each(['sort=title', 'incident=large'])('does not follow %s, which no picture shows', async (key) => {
    for (const kind of PICTURES) {
      expect(await samplePicture(kind, `${BASE}&${key}`)).toBe(await samplePicture(kind, BASE));
    }
  });
});

describe('the notes of a reader', () => {
  const notes = 'note=2023-03-05~Half%20of%20it,2019~Long%20ago';

  it.each(['timeline', 'activity'] as const)('stand at their days in a %s', async (kind) => {
    const svg = await samplePicture(kind, `from=2023&to=2023&${notes}`);
    expect(svg).toContain('“Half of it”');
    expect(svg).not.toContain('Long ago');
  });

  it('stand at their days in what stands side by side', async () => {
    const svg = await samplePicture('comparison', `from=2023&to=2023&compare=actor:iskp,iscp&${notes}`);
    expect(svg).toContain('“Half of it”');
    expect(svg).not.toContain('Long ago');
  });

  it.each(['map', 'comparison'] as const)('are told beneath a %s that has no days', async (kind) => {
    const words = wordsOf(await samplePicture(kind, `from=2023&to=2023&${notes}`, { width: 1200 }));
    expect(words).toContain('Noted by whoever made this link, not by the series: 5 Mar 2023, “Half of it”.');
  });
});
