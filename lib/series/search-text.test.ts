import { expect, it } from 'vitest';
import { tinySeries } from '../../testing/series/tiny-series';
import type { Incident } from './model';
import { searchText } from './search-text';

it('searches own fields in the order of their ids, each text and each member of a list', () => {
  const [first] = tinySeries().incidents;
  const plain = { ...first!, title: 'T', place: { ...first!.place, name: null }, notes: null };
  const owns: readonly Incident['own'][] = [
    { weapon: ['Rifle', '', 'Knife'], 'b-2': 'Two', cost: 7, b_1: 'One' },
    { weapon: [], 'b-2': '' },
    { 'b-2': 'É' },
    {},
  ];
  const texts = owns.map((own) => searchText({ ...plain, own }));
  expect(texts).toEqual(['t\n\n\ntwo\none\nrifle\n\nknife', 't\n\n\n', 't\n\n\ne', 't\n\n']);
});
