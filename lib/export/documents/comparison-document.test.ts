import { describe, expect, it } from 'vitest';
import { samplePicture, samplePictureInput, wordsOf } from '../../../testing/pictures/picture-sample';
import { comparedOf } from '../../render/comparison/compared';
import { comparedGroups } from '../../render/comparison/comparison';
import { formatCount, formatSum } from '../../words/figures';
import { comparisonDocument, comparisonTable } from './comparison-document';

const QUERIES = [
  'compare=actor:iscp,atesh,none',
  'from=2023-03&to=2023-04&compare=period:before,2022',
  'compare=view:actor:iskp&from=2023-02',
];

describe('comparison.json and comparison.csv', () => {
  it.each(QUERIES)('of ?%s say what the panel and the picture say', async (query) => {
    const input = await samplePictureInput(query);
    const { info, view, answers } = input;
    const panel = comparedOf({ info, view, comparison: answers.comparison })!;
    const { compare } = comparisonDocument(input);
    const [head, ...rows] = comparisonTable(input);
    const cell = (row: readonly string[], name: string) => row[head?.indexOf(name) ?? -1];
    const words = wordsOf(await samplePicture('comparison', query, { width: 900 }));
    expect(panel.sides.length).toBeGreaterThan(1);
    for (const [at, { short, incidents, killed, side, values }] of panel.sides.entries()) {
      const one = compare?.sides[at];
      expect(one).toMatchObject({ side: side.item, label: short, incidents });
      expect(one?.bins.length).toBe(values.filter((value) => value !== null).length);
      const row = rows[at] ?? [];
      expect(['low', 'best', 'high'].map((end) => cell(row, `incidents_${end}`))).toEqual(
        [incidents?.low, incidents?.best, incidents?.high].map((figure) => String(figure ?? '')),
      );
      expect(cell(row, 'view')).toBe(one?.view);
      expect(words).toContain(short);
      expect(words).toContain(formatCount(incidents!));
      if (killed !== null && killed.basis.matched > 0) expect(words).toContain(formatSum(killed));
    }
  });

  it('of groups give every number of a comparison, with its model, its version, and what repeats it', async () => {
    const input = await samplePictureInput('compare=actor:iscp,atesh&across=yes');
    const { compare, frozen, methods, revision } = comparisonDocument(input);
    const [head, first, second] = comparisonTable(input);
    const cell = (row: readonly string[] | undefined, name: string) => row?.[head?.indexOf(name) ?? -1];
    const rate = compare?.rates[0];
    const made = rate !== undefined && 'ratio' in rate ? rate : null;
    expect(made).not.toBeNull();
    expect(cell(first, 'ratio')).toBe('');
    expect(cell(second, 'ratio')).toBe(String(made?.ratio));
    expect(cell(second, 'ratio_lower')).toBe(String(made?.interval.lower));
    expect(cell(second, 'p')).toBe(String(made?.p));
    expect(cell(second, 'verdict')).toBe(made?.verdict);
    expect(cell(first, 'rate_per_30_days')).toBe(String(compare?.sides[0]?.rate?.rate));
    expect([cell(first, 'methods'), cell(first, 'revision'), cell(first, 'frozen')]).toEqual([
      String(methods),
      revision,
      frozen,
    ]);
    expect(frozen).toMatch(/^from=.*&to=.*compare=actor:iscp,atesh&across=yes&r=[0-9a-f]{12}$/);
    expect(head).toHaveLength(second?.length ?? 0);
  });

  it('without a comparison have the groups that the picture draws', async () => {
    const input = await samplePictureInput('measure=fatalities');
    const { compare, groups, measure } = comparisonDocument(input);
    expect(compare).toBeNull();
    expect(measure).toBe('fatalities');
    expect(groups.map(({ id, best }) => [id, best])).toEqual(
      comparedGroups(input).map(({ id, value }) => [id, value.best]),
    );
    expect(groups.map(({ view }) => view)).toContain('measure=fatalities&series=iskp');
    expect(comparisonTable(input)).toHaveLength(groups.length + 1);
  });
});
