import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DatasetId } from '../series/model';
import { hasRoom, toggleCompared } from './compared';
import { defaultView } from './keys';
import { parseView } from './parse';
import { serializeView } from './serialize';
import { isWrittenView, queryOfWritten, writtenView } from './written-view';

const DATASET = 'a-series' as DatasetId;
const read = (query: string) => parseView(DATASET, new URLSearchParams(query));

describe('compare', () => {
  it.each([
    ['compare=actor:iskp,iscp,iskp', 'compare=actor:iskp,iscp'],
    ['compare=.weapon:rifle,a\\,b', 'compare=.weapon:rifle,a%5C,b'],
    ['compare=period:before,2016..2018,2017-03', 'compare=period:before,2016..2018,2017-03'],
    ['compare=view:claims', 'compare=view:claims'],
    ['compare=', ''],
  ])('of ?%s is written as ?%s, in the order of the reader', (query, written) => {
    const { view, issues } = read(query);
    expect(issues).toEqual([]);
    expect(serializeView(view)).toBe(written);
  });

  it.each([
    'compare=actor',
    'compare=weapon:rifle',
    'compare=period:lately',
    'compare=period:2018..2016',
    'compare=period:..2016',
    'compare=actor:1,2,3,4,5,6,7,8,9',
    'compare=actor:a&compare=actor:b',
    'select=iskp',
    'select=2018..2017',
    'select=2017-13',
  ])('?%s is a note, stays as written, and changes nothing else', (query) => {
    const { view, issues } = read(query);
    expect(issues.map(({ code }) => code)).toEqual(['bad-value']);
    expect(view.compare ?? view.select).toBeNull();
    expect(read(serializeView(view)).view).toEqual(view);
  });

  it('takes one more, takes one out, and ends with the last', () => {
    const two = toggleCompared(read('compare=actor:a').view, 'actor', 'b');
    expect(two.compare).toEqual({ by: 'actor', items: ['a', 'b'] });
    expect(toggleCompared(two, 'type', 'raid').compare).toEqual({ by: 'type', items: ['raid'] });
    const one = toggleCompared(two, 'actor', 'a');
    expect(toggleCompared(one, 'actor', 'b').compare).toBeNull();
    expect(hasRoom(read('compare=actor:1,2,3,4,5,6,7,8').view, 'actor')).toBe(false);
    expect(hasRoom(read('compare=view:1,2,3,4,5,6,7').view, 'view')).toBe(false);
  });

  it('has room for whole views, whatever stands in them', () => {
    const text = fc.string({ unit: fc.constantFrom('~', '\\', ',', ':', 'a', '|', '&', '=') });
    fc.assert(
      fc.property(text, text, (q, value) => {
        const own =
          value.trim() === '' ? [] : [{ key: '.note' as const, values: [value.trim()], range: null }];
        const view = { ...defaultView(DATASET), q: q.trim(), own };
        const written = writtenView(view);
        expect(isWrittenView(written)).toBe(true);
        const { view: back } = parseView(DATASET, queryOfWritten(written));
        expect({ q: back.q, own: back.own }).toEqual({ q: view.q, own: view.own });
        if (written.length > 200) return;
        const whole = toggleCompared(defaultView(DATASET), 'view', written);
        expect(parseView(DATASET, new URLSearchParams(serializeView(whole))).view).toEqual(whole);
      }),
    );
  });
});
