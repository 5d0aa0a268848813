import { describe, expect, it } from 'vitest';
import { freePlace } from './use-place';

/** A screen of 900 pixels with 150 of them taken at its top, and a card of 60: it covers 158 to 218 above, 832 to 892 below. */
const screen = { height: 900, stuck: 150, card: 60, hanging: 0 };

describe('the place of a card', () => {
  it.each([
    ['leaves a chart at the foot of the screen', [{ top: 500, bottom: 890 }], 'below', 'above'],
    ['leaves a chart beneath what stays at the top', [{ top: 150, bottom: 500 }], 'above', 'below'],
    ['stays where no chart is near', [{ top: 300, bottom: 700 }], 'above', 'above'],
    ['stays where all charts are out of sight', [{ top: -800, bottom: -20 }], 'below', 'below'],
    ['covers the less of a chart as high as the screen', [{ top: 200, bottom: 1200 }], 'below', 'above'],
  ] as const)('%s', (_, charts, now, then) => {
    expect(freePlace(now, charts, screen)).toBe(then);
  });

  it('leaves the card that hangs beneath a chart of a phone, where the chart itself is free in both', () => {
    const chart = { top: 400, bottom: 760 };
    expect(freePlace('below', [chart], screen)).toBe('below');
    expect(freePlace('below', [chart], { ...screen, hanging: 160 })).toBe('above');
  });
});
