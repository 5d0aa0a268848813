import { describe, expect, it } from 'vitest';
import { binsOf, sampleInput } from '../../../testing/pictures/activity-sample';
import type { DatasetId } from '../../series/model';
import { parseView } from '../../view/parse';
import { activityScene } from '../activity/activity';
import { activityCaption } from '../activity/caption';
import { activityData } from '../activity/data';
import { lightPaint } from '../scene/paint';
import { toSvg } from '../scene/svg';

const bins = binsOf('2024-03 - 2 2 2');
const read = (note: string) => parseView('sample' as DatasetId, new URLSearchParams({ note, split: 'none' }));

describe('notes of a reader', () => {
  it('stand among the dated context of the series, as the reader’s own', () => {
    const { view } = read('2024-05~Second,2024-02-03~First\\, and <b>bold</b>');
    const data = activityData(sampleInput({ split: 'none', notes: view.notes }, bins, bins));
    expect(data.annotations.map(({ label }) => label)).toEqual([
      '“First, and <b>bold</b>”',
      'Crocus attack',
      '“Second”',
    ]);
    expect(activityCaption(data).join(' ')).toContain('notes of whoever made this link');
    const svg = toSvg(activityScene(data, { width: 900, paint: lightPaint }));
    expect(svg).toContain('&lt;b&gt;');
    expect(svg).not.toContain('<b>');
  });

  it.each([
    ['a note without a date', 'Cologne'],
    ['one without words', '2016-01-05~'],
    ['one that is too long', `2016~${'x'.repeat(81)}`],
  ])('refuse %s, and leave the view as it is', (_, note) => {
    const { view, issues } = read(note);
    expect(view.notes).toEqual([]);
    expect(issues).toMatchObject([{ key: 'note', code: 'bad-value' }]);
  });
});
