import { describe, expect, it } from 'vitest';
import { EXAMPLE_GUIDE } from '../../../testing/series/example-guide';
import { parseView } from '../parse';
import { serializeView } from '../serialize';
import { linkChoices } from './share';

const revision = '0123456789abcdef'.repeat(4);
const choicesOf = (query: string) => {
  const { view } = parseView(EXAMPLE_GUIDE.meta.id, new URLSearchParams(query));
  return linkChoices({ view, guide: EXAMPLE_GUIDE, revision });
};

describe('linkChoices', () => {
  it('offers the frozen link first: revision and both days are written out', () => {
    const [frozen] = choicesOf('actor=iskp');
    expect(frozen?.id).toBe('frozen');
    expect(serializeView(frozen!.view)).toMatch(
      /^from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d&actor=iskp&r=0123456789ab$/,
    );
    expect(frozen?.sentence).toContain('revision 0123456789ab');
  });

  it('offers live links that name no revision, one of which keeps the window', () => {
    const [, live, ...rolling] = choicesOf('from=2022&to=2023&r=0123456789ab&measure=fatalities');
    expect(serializeView(live!.view)).toBe('from=2022&to=2023&measure=fatalities');
    expect(rolling.map(({ view }) => serializeView(view))).toEqual([
      'from=-12m&measure=fatalities',
      'from=-3m&measure=fatalities',
      'from=-30d&measure=fatalities',
    ]);
    expect(rolling[0]?.sentence).toContain('the latest 12 months');
  });
});
