import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dateOf, tinySeries } from '../../../testing/series/tiny-series';
import type { Series } from '../../series/model';
import { revisionOf } from './revision-hash';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

/** The tiny series with one of its incidents changed. */
function withFirst(change: Partial<Series['incidents'][number]>): Series {
  const series = tinySeries();
  const [first, ...others] = series.incidents;
  return { ...series, incidents: [{ ...first!, ...change }, ...others] };
}

describe('the revision', () => {
  it('is the hash of the format tag and the sorted hashes of the records', () => {
    const { meta } = tinySeries();
    const types = [{ id: 'bomb', label: 'Bomb', description: null }] as unknown as Series['types'];
    const bare: Series = {
      ...{ meta, fields: [], types, actors: [], actorRelations: [], regions: [], coverageNotes: [] },
      ...{ annotations: [], referenceCounts: [], namedViews: [], incidents: [], sources: [] },
    };
    const metaText =
      '["meta",{"codebook":[{"field":"id","meaning":"A name."}],"coverage":{"from":17532,"note":null,"places":"Here",' +
      '"to":18627},"description":"Three.","id":"tiny","licence":{"name":"CC0","url":null},"noun":{"many":"attacks",' +
      '"one":"attack"},"provenance":["By hand."],"publisher":"Us","title":"Tiny"}]';
    const typeText = '["types",{"description":null,"id":"bomb","label":"Bomb"}]';
    const records = [sha(metaText), sha(typeText)].sort();
    expect(revisionOf(bare)).toBe(sha(`annals-revision/1\n${records.join('\n')}`));
  });

  it('does not depend on the order of rows', () => {
    const series = tinySeries();
    const turned: Series = {
      ...series,
      actors: series.actors.toReversed(),
      incidents: series.incidents.map((one) => ({ ...one, links: one.links.toReversed() })).toReversed(),
    };
    expect(revisionOf(turned)).toBe(revisionOf(series));
  });

  it('does not depend on the order of keys', () => {
    const { incidents, ...rest } = tinySeries();
    const turned = incidents.map((one) => Object.fromEntries(Object.entries(one).toReversed()));
    expect(revisionOf({ ...rest, incidents: turned as unknown as Series['incidents'] })).toBe(
      revisionOf(tinySeries()),
    );
  });

  it('does not depend on how accents are composed', () => {
    expect(revisionOf(tinySeries('Kra\u0301sny\u0301'))).toBe(revisionOf(tinySeries('Krásný')));
  });

  it('takes dates by their text, not by the days worked out from it', () => {
    const [first] = tinySeries().incidents;
    const days = { ...first!.date, possible: dateOf('2001').possible };
    expect(revisionOf(withFirst({ date: days }))).toBe(revisionOf(tinySeries()));
  });

  it.each<[string, Series]>([
    ['a note', tinySeries('Second.')],
    ['a note that is gone', tinySeries(null)],
    ['a date', withFirst({ date: dateOf('2018-03-05') })],
    ['the doubt of a date', withFirst({ date: dateOf('2018-03-04?') })],
    ['a link less', withFirst({ links: tinySeries().incidents[0]!.links.slice(1) })],
    ['an estimate that is nought, not unknown', withFirst({ injured: { low: 0, best: 0, high: 0 } })],
    [
      'the order within a cell',
      { ...tinySeries(), meta: { ...tinySeries().meta, provenance: ['By', 'hand.'] } },
    ],
    ['the title', { ...tinySeries(), meta: { ...tinySeries().meta, title: 'Tiny 2' } }],
    ['a row twice', { ...tinySeries(), sources: [...tinySeries().sources, ...tinySeries().sources] }],
    ['a row in another table', { ...tinySeries(), namedViews: [] }],
  ])('changes with %s', (_, series) => {
    expect(revisionOf(series)).not.toBe(revisionOf(tinySeries()));
  });
});
