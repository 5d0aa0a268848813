import { describe, expect, it } from 'vitest';
import { samplePictureInput } from '../../../testing/pictures/picture-sample';
import { SAMPLE_SERIES } from '../../../testing/pictures/timeline-sample';
import { evaluate } from '../../query/meaning/evaluate';
import { filterOf, selectedFilter } from '../../query/plan/filter';
import type { Filter } from '../../query/query';
import { changeView } from '../../view/change';
import { parseView } from '../../view/parse';
import { serializeView } from '../../view/serialize';
import type { View } from '../../view/view';
import { selectionInWords, viewInWords } from '../../words/view';
import { activityData, countsIn } from './data';

import { markView } from './links';
import { markSelection, onlyGroupView, toggleSelection, zoomedView } from './selection';

const { incidents: _, sources: __, ...guide } = SAMPLE_SERIES;
const read = (query: string) => parseView(SAMPLE_SERIES.meta.id, new URLSearchParams(query)).view;
const count = (filter: Filter) => evaluate(SAMPLE_SERIES, { kind: 'total', filter, bin: 'day' }).incidents;
const counted = (view: View) => count(filterOf(view, { guide }));
const shown = (view: View) => count(selectedFilter(view, { guide }));

describe('what is selected', () => {
  it.each([
    '',
    'mode=lines',
    'mode=cumulative&bin=quarter',
    'split=type&bin=week&from=2023-02-10&to=2023-05-03',
    'split=relation',
    'mode=share&bin=quarter',
    'split=none&bin=year',
    'series=only:iskp,only:none',
  ])('of ?%s is what the mark counts: the table shows what its own view would count', async (query) => {
    const input = await samplePictureInput(query);
    const data = activityData(input);
    let marks = 0;
    for (const group of data.groups) {
      for (const [index, bin] of data.bins.entries()) {
        if (!countsIn(data, group.values, index)) continue;
        const selected = changeView(input.view, { select: markSelection(input.view, data, bin, group) });
        expect(shown(read(serializeView(selected)))).toEqual(counted(markView(input.view, data, bin, group)));
        // Charts and headline are of all the view.
        expect(counted(selected)).toEqual(counted(input.view));
        marks += 1;
        if (marks === 12) return;
      }
    }
    expect(marks).toBeGreaterThan(0);
  });

  it('can be zoomed to, and its group alone can be shown', () => {
    const view = read('mode=lines&select=2023-03,iskp');
    expect(serializeView(zoomedView(view, view.select!, guide.meta.coverage))).toBe(
      'from=2023-03&to=2023-03&mode=lines',
    );
    expect(serializeView(onlyGroupView(view, view.select!)!)).toBe('series=iskp&mode=lines');
    const both = onlyGroupView(view, view.select!)!;
    expect(counted(zoomedView(both, view.select!, guide.meta.coverage))).toEqual(shown(view));
  });

  it('ends by a second click, and with another window, split or way to roll up', () => {
    const view = read('select=2023-03,only:iskp');
    expect(toggleSelection(view, view.select).select).toBeNull();
    expect(changeView(view, { split: 'type' }).select).toBeNull();
    expect(changeView(view, { to: read('to=2024').to }).select).toBeNull();
    expect(changeView(view, { types: ['raid'] }).select).toEqual(view.select);
    const tree = { ...view.standard, tree: true };
    const rolled = parseView(view.dataset, new URLSearchParams('select=2023-03,is'), { standard: tree }).view;
    // Inside one actor the groups are as linked, and the selection would name others.
    expect(changeView(rolled, { actors: ['is'] }).select).toBeNull();
    expect(changeView(rolled, { q: 'knife' }).select).toEqual(rolled.select);
  });

  it('never shows more than the view counts', () => {
    expect(shown(read('series=only:iskp&select=*,only:none')).high).toBe(0);
    expect(shown(read('from=2023-03&to=2023-03&select=2023')).high).toBe(
      counted(read('from=2023-03&to=2023-03')).high,
    );
    expect(shown(read('from=2023-03&to=2023-03&select=2022')).high).toBe(0);
  });

  it('is in the words of the view', () => {
    const view = read('select=2023-03,only:iskp');
    expect(selectionInWords(view, guide)).toBe('ISKP alone, Mar 2023');
    expect(viewInWords(view, guide, guide.meta.coverage)).toMatch(
      /; shown in the table: ISKP alone, Mar 2023$/,
    );
    expect(selectionInWords(read('select=..2023-03'), guide)).toBe('up to Mar 2023');
    expect(selectionInWords(read('from=2020&to=2021&select=2023-03'), guide)).toBe(
      'Mar 2023 (outside the window)',
    );
  });
});
