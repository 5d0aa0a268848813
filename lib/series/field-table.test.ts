import { describe, expect, it } from 'vitest';
import { everythingOffered } from '../../testing/series/everything-offered';
import { readPackage } from '../engine/conformance/conformance';
import { rowColumns } from '../export/formats/columns';
import { incidentRow } from '../export/formats/incident-row';
import { CHANGE_FIELDS } from '../query/changes/incident-fields';
import { loadInfo } from '../query/info/load-info';
import { evaluate, meaningEngine } from '../query/meaning/evaluate';
import { planView } from '../query/plan/plan';
import { GRAMMAR } from '../view/grammar';
import { defaultView } from '../view/keys';
import { STANDARD } from '../view/view';
import { columnLabel, measureWords } from '../words/labels';
import { COLUMNS, FACETS, fieldsOf, isStated, SPLITS } from './field-table';
import type { OwnField } from './fields';
import { BASE_MEASURES, DERIVED, ESTIMATES, MEASURES } from './measures';
import type { DatasetId, Series } from './model';
import { ROLES } from './roles';

/** What addresses that were published name; an entry that is renamed or lost breaks them. */
describe('the table of fields names what addresses name', () => {
  it.each([
    [
      'facets',
      FACETS,
      ['actor', 'relation', 'type', 'region', 'initiator', 'certainty', 'disputed', 'scope'],
    ],
    ['splits', SPLITS, ['actor', 'relation', 'type', 'region', 'initiator', 'none']],
    [
      'measures',
      MEASURES,
      ['incidents', 'fatalities', 'injured', 'perpetrators', 'killed-per-incident', 'share'],
    ],
    [
      'columns',
      COLUMNS,
      'date title actor relation type region place initiator fatalities injured perpetrators sources id'.split(
        ' ',
      ),
    ],
  ])('its %s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

const field = (id: string, kind: OwnField['kind'], aggregate: OwnField['aggregate'] = 'none'): OwnField => ({
  ...{ id, label: id, kind, many: false, unit: null, aggregate, column: id, description: null },
});
const FIELDS = [field('weapon', 'category'), field('cost', 'number', 'sum'), field('note', 'text')];

const BUNDLED = await readPackage('russia-militancy');
const series: Series = { ...BUNDLED, fields: FIELDS };
const { incidents, sources: _, ...guide } = series;

describe('what the house shows is what the table says', () => {
  const using = (use: string) =>
    fieldsOf(guide).flatMap(({ key, uses }) =>
      (uses as readonly string[]).includes(use) ? [key as string] : [],
    );

  it('offers facets, splits, measures and columns', () => {
    const offers = everythingOffered(guide);
    expect(offers.facets).toEqual(using('facet'));
    expect(offers.splits).toEqual([...using('split'), 'none']);
    const derived = DERIVED.map(({ key }) => key as string);
    expect([...offers.measures].sort()).toEqual(['incidents', ...using('measure'), ...derived].sort());
    expect([...offers.columns].sort()).toEqual(using('column').sort());
  });

  it('asks for each facet, reads each name from an address, and has words for each', () => {
    const view = defaultView('x' as DatasetId, STANDARD);
    const ranking = { actor: [], type: [], region: [] };
    expect(Object.keys(planView(view, { guide, ranking }).facets)).toEqual(using('facet'));
    expect(GRAMMAR.split.choices).toEqual(SPLITS);
    expect(GRAMMAR.measure.choices).toEqual(MEASURES);
    for (const { key, label } of ROLES) {
      if ((COLUMNS as readonly string[]).includes(key)) expect(columnLabel(guide, key as 'date')).toBe(label);
    }
    for (const measure of MEASURES) expect(measureWords(guide, measure).label).not.toBe('');
  });

  it('adds up and exports each estimate', () => {
    const filter = planView(defaultView('x' as DatasetId, STANDARD), {
      guide,
      ranking: { actor: [], type: [], region: [] },
    }).total.filter;
    const total = evaluate(series, { kind: 'total', filter, bin: 'year' });
    const [incident] = incidents;
    const row = incidentRow({ incident: incident!, weight: 1, inLow: true, inBest: true, matched: [] });
    const flat = rowColumns(FIELDS).map(([name]) => name);
    for (const { key, property, flat: stem } of ESTIMATES) {
      expect(total[key].basis.reported).toBeGreaterThan(0);
      expect(row[property]).toHaveProperty('best');
      expect(flat).toContain(`${stem}_best`);
      expect(CHANGE_FIELDS[property]).toBe('toll');
    }
    expect(BASE_MEASURES).toEqual(['incidents', ...ESTIMATES.map(({ key }) => key)]);
  });

  it('holds every property of an incident, but its own fields, in some role', () => {
    const known = new Set<string>(ROLES.map(({ property }) => property));
    expect(Object.keys(incidents[0]!).filter((property) => !known.has(property))).toEqual(['own']);
    expect(Object.keys(CHANGE_FIELDS).filter((property) => !known.has(property))).toEqual([]);
  });
});

describe('a field without values', () => {
  it('takes no room with one value throughout, nor where numbers are stated nowhere', async () => {
    const fields = [
      ...[field('same', 'category'), field('flagged', 'flag'), field('silent', 'number', 'sum')],
      ...[field('weight', 'number', 'sum'), field('remark', 'text'), field('noted', 'day')],
    ];
    const own = { same: 'a', flagged: true, weight: 3, remark: 'as above', noted: '2020-01-01' };
    const constant: Series = {
      ...BUNDLED,
      fields: [...fields, FIELDS[0]!],
      incidents: incidents.map((one, at) => ({ ...one, own: at === 0 ? { ...own, weapon: 'knife' } : own })),
    };
    const about = {
      guide: { ...guide, fields: constant.fields },
      ...{ revision: '', published: '2024-06-30', incidents: incidents.length },
    };
    const { offers } = await loadInfo(meaningEngine(constant), about);
    const mine = Object.values(offers).flatMap((keys: readonly string[]) =>
      keys.filter((key) => key.startsWith('.')),
    );
    // Stated by one incident alone, it tells that one from the others.
    expect(mine).toEqual(['.weapon', '.weapon', '.weapon']);
  });

  it('takes no room: no facet, no split, no measure, no column', async () => {
    const bare = incidents.map((incident) => ({
      ...incident,
      ...{ links: [], type: null, regions: [], sources: [], initiator: 'unclear' as const },
      ...Object.fromEntries(
        ESTIMATES.map(({ property }) => [property, { low: null, best: null, high: null }]),
      ),
      place: { ...incident.place, name: null },
    }));
    const emptied: Series = { ...BUNDLED, incidents: bare };
    const about = {
      guide: { ...guide, fields: [] },
      revision: '',
      published: '2024-06-30',
      incidents: bare.length,
    };
    const { offers } = await loadInfo(meaningEngine(emptied), about);
    expect(offers.splits).toEqual(['none']);
    expect(offers.measures).toEqual(['incidents']);
    expect(offers.columns).toEqual(['date', 'title', 'id']);
    expect(offers.facets).toEqual(['disputed', 'scope']);
    expect(isStated(bare[0]!, 'perpetrators')).toBe(false);
  });
});
