import { describe, expect, it } from 'vitest';
import type { Engine } from '../../query/engine';
import { evaluate } from '../../query/evaluate';
import { figure, filter, incident, seriesOfHand } from '../../query/hand-made';
import type { Filter } from '../../query/query';
import type { Incident, Series, SourceId } from '../../series/model';
import { compareViews } from './compare-views';
import { summarise, summaryInWords } from './summary';

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
