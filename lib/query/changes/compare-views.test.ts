import { describe, expect, it } from 'vitest';
import { figure, filter, incident, seriesOfHand } from '../../../testing/series/hand-made';
import { changesDocument } from '../../export/changes/changes-document';
import { summarise, summaryInWords } from '../../export/changes/summary';
import type { OwnField, OwnValues } from '../../series/fields';
import type { Incident, Series, SourceId } from '../../series/model';
import { changeInWords } from '../../words/changes';
import type { Engine } from '../engine';
import { evaluate } from '../meaning/evaluate';
import type { Filter } from '../query';
import { compareIncidents } from './compare-incidents';
import { compareViews } from './compare-views';

const engineOf = (series: Series): Engine => ({
  name: 'hand',
  run: (query) => Promise.resolve(evaluate(series, query)),
  close: () => Promise.resolve(),
});

function compare(
  before: readonly Incident[],
  after: readonly Incident[],
  clauses: Partial<Filter> = {},
  parents: readonly string[] = [],
) {
  const side = (incidents: readonly Incident[], relations: readonly string[] = []) => ({
    engine: engineOf(seriesOfHand(incidents, relations)),
    filter: filter(clauses),
  });
  return compareViews(side(before), side(after, parents));
}

const A = incident('a', '2020-01-05', ['x']);
const B = incident('b', '2020-02-05', ['x'], { fatalities: figure('3') });
const C = incident('c', '2020-03-05', ['y']);

describe('compareViews', () => {
  it('finds nothing between equal revisions, whatever the order of rows and of lists', async () => {
    const links = ['x', 'y claimed probable'];
    const one = incident('a', '2020-01-05', links, { targets: ['police', 'a mosque'] });
    const same = incident('a', '2020-01-05', [...links].reverse(), { targets: ['a mosque', 'police'] });
    expect(await compare([one, B], [B, same])).toEqual([]);
  });

  it('tells what was added, removed and changed, in order of ids', async () => {
    const redated = incident('b', '2020-02-06', ['x'], { fatalities: figure('3') });
    const changes = await compare([A, B], [redated, C]);
    expect(changes.map(({ id, kind }) => [id, kind])).toEqual([
      ['a', 'removed'],
      ['b', 'changed'],
      ['c', 'added'],
    ]);
    expect(changes[1]?.fields).toEqual([{ field: 'date', before: '2020-02-05', after: '2020-02-06' }]);
  });

  it('tells what came into the view and what left it apart from what is new', async () => {
    const moved = incident('a', '2021-01-05', ['x']);
    const back = incident('c', '2020-03-05', ['x']);
    const changes = await compare([A, C], [moved, back], { actors: ['x'] });
    expect(changes.map(({ id, kind }) => [id, kind])).toEqual([
      ['a', 'left'],
      ['c', 'entered'],
    ]);
    expect(changes.map(({ fields }) => fields.map(({ field }) => field))).toEqual([['date'], ['links']]);
  });

  it('lists an incident that is counted anew through its actors alone, without fields', async () => {
    const changes = await compare([C], [C], { actors: ['x'] }, ['y x']);
    expect(changes).toMatchObject([{ id: 'c', kind: 'entered', fields: [] }]);
  });

  it('leaves out what changed outside the view', async () => {
    const other = incident('c', '2020-03-06', ['y']);
    expect(await compare([A, C], [A, other], { actors: ['x'] })).toEqual([]);
  });
});

describe('the own fields of a series', () => {
  const own = (values: OwnValues) => incident('a', '2020-01-05', ['x'], { own: values });
  const plain = { many: false, unit: null, aggregate: 'none', column: null, description: null } as const;
  const guideOf = (fields: readonly OwnField[]) => seriesOfHand([], [], fields);
  const damage: OwnField = { ...plain, id: 'damage', label: 'Damage', kind: 'number', unit: 'USD' };
  const seen: OwnField = { ...plain, id: 'seen', label: 'Seen on', kind: 'day' };
  const parts: OwnField = { ...plain, id: 'parts', label: 'Parts', kind: 'category', many: true };

  it('are compared one by one, in the order of their keys; the order of several values says nothing', async () => {
    const before = own({ damage: 1200, parts: ['wing', 'tail'], constructor: 'Boeing' });
    const after = own({
      damage: 1300.25,
      parts: ['tail', 'wing'],
      seen: '2020-02-01',
      constructor: 'Boeing',
    });
    const [change] = await compare([before], [after]);
    expect(change?.fields).toEqual([
      { field: '.damage', before: 1200, after: 1300.25 },
      { field: '.seen', before: null, after: '2020-02-01' },
    ]);
    expect(await compare([before], [own({ ...before.own, parts: ['tail', 'wing'] })])).toEqual([]);
  });

  it('count as otherwise corrected where nothing else changed', async () => {
    const summary = summarise(await compare([own({ damage: 1 })], [own({})]));
    expect(summary).toMatchObject({ redated: 0, toll: 0, reattributed: 0, other: 1, total: 1 });
  });

  it('are told by their labels, those that are gone by the old ones', () => {
    const [old, young] = [guideOf([damage, parts]), guideOf([{ ...damage, label: 'Cost' }, seen])];
    const changes = compareIncidents(
      own({ damage: 1200, parts: ['wing', 'tail'] }),
      own({ damage: 1300.25, seen: '2020-02-01' }),
    );
    expect(changes.map((change) => changeInWords(change, old, young))).toEqual([
      { label: 'Cost (USD)', before: '1,200', after: '1,300.25' },
      { label: 'Parts', before: 'tail, wing', after: 'none' },
      { label: 'Seen on', before: 'none', after: '1 Feb 2020' },
    ]);
  });

  it('stand in changes.json with what they are', () => {
    const [old, young] = [guideOf([damage, parts]), guideOf([{ ...damage, label: 'Cost' }, seen])];
    const side = (guide: Series, revision: string) => ({ guide, revision, published: '2024-01-01' });
    const { fields } = changesDocument({
      ...{ before: side(old, 'a'), after: side(young, 'b'), words: '', guideChanges: [] },
      ...{ summary: summarise([]), changes: [] },
    });
    expect(fields.map(({ id, label }) => [id, label])).toEqual([
      ['damage', 'Cost'],
      ['seen', 'Seen on'],
      ['parts', 'Parts'],
    ]);
  });
});

describe('summaryInWords', () => {
  it('counts an incident in each way in which it changed', async () => {
    const changed = incident('b', '2020-02', ['y'], { fatalities: figure('2-3-5') });
    const retitled = { ...A, title: 'another' };
    const summary = summarise(await compare([A, B], [retitled, changed, C]));
    expect(summary).toMatchObject({ added: 1, redated: 1, toll: 1, reattributed: 1, other: 1, total: 3 });
    expect(summaryInWords(summary)).toBe(
      '1 added, 1 re-dated, 1 toll changed, 1 re-attributed, 1 otherwise corrected',
    );
  });

  it('does not call an incident re-attributed whose links have other sources and nothing else', async () => {
    const sourced = { ...A, links: A.links.map((link) => ({ ...link, sources: ['s' as SourceId] })) };
    const changes = await compare([A], [sourced]);
    expect(changes[0]?.fields.map(({ field }) => field)).toEqual(['links']);
    expect(summaryInWords(summarise(changes))).toBe('1 otherwise corrected');
  });

  it('says when nothing has changed', async () => {
    expect(summaryInWords(summarise(await compare([A], [A])))).toBe('nothing has changed');
  });
});
