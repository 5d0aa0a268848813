import { describe, expect, it } from 'vitest';
import type { DatasetId } from '../../series/model';
import { changeView } from '../change';
import { defaultView } from '../keys';
import { parseView } from '../parse';
import { viewHref } from '../serialize';
import { aboutHref, incidentHref, queryHref, twinHref } from './addresses';
import { LOCAL } from './local';

const served = 'mine' as DatasetId;
const view = (dataset: DatasetId) => changeView(defaultView(dataset), { actors: ['red'] as never });

describe('the addresses of a series', () => {
  it.each([
    ['a view', viewHref(view(served)), viewHref(view(LOCAL)), '/mine?actor=red', '/open#actor=red'],
    [
      'an incident',
      incidentHref(view(served), 'a b'),
      incidentHref(view(LOCAL), 'a b'),
      '/mine/incidents/a%20b?actor=red',
      '/open#actor=red&incident=a+b',
    ],
    ['its description', aboutHref(served), aboutHref(LOCAL), '/mine/about', '#about'],
    ['a part of that', aboutHref(served, 'cite'), aboutHref(LOCAL, 'cite'), '/mine/about#cite', '#cite'],
    ['a named view', queryHref(served, 'type=x'), queryHref(LOCAL, 'type=x'), '/mine?type=x', '/open#type=x'],
    [
      'its data',
      twinHref(view(served), 'view.json'),
      twinHref(view(LOCAL), 'view.json'),
      '/mine/view.json?actor=red',
      null,
    ],
  ])('name %s, of a local one only behind #', (_, ofServed, ofLocal, whenServed, whenLocal) => {
    expect([ofServed, ofLocal]).toEqual([whenServed, whenLocal]);
  });

  it('hold the view of a local series so that it can be read again', () => {
    const href = viewHref(view(LOCAL));
    expect(parseView(LOCAL, new URLSearchParams(href.split('#')[1])).view).toEqual(view(LOCAL));
  });
});
