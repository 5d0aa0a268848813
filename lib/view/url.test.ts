import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMNS, SPLITS } from '../series/field-table';
import type { OwnKey } from '../series/fields';
import type { DatasetId } from '../series/model';
import { finePart } from '../series/places/part';
import { writtenPlace } from '../series/places/place-ids';
import { byCodePoint } from '../text/order';
import { parseBound } from '../time/bounds';
import { parseRolling } from '../time/rolling';
import { changeView, clearFilters } from './change';
import { MOST_NOTES, notesInOrder, parseNote } from './grammar/notes';
import { writableBox } from './grammar/places';
import { parseSpan } from './grammar/selection';
import { defaultView, VIEW_KEYS } from './keys';
import { parseView } from './parse';
import { serializeView, viewHref } from './serialize';
import {
  AXES,
  type Comparison,
  isRolling,
  MAP_FORMS,
  MODES,
  type OwnClause,
  type ReaderNote,
  ROLLING,
  type Selection,
  SHADES,
  type View,
} from './view';

const DATASET = 'a-series' as DatasetId;
const parse = (query: string) => parseView(DATASET, new URLSearchParams(query));

const bound = fc
  .tuple(
    fc.integer({ min: -9999, max: 9999 }),
    fc.integer({ min: 0, max: 12 }),
    fc.integer({ min: 0, max: 28 }),
  )
  .map(([year, month, day]) => {
    const y = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
    const pad = (n: number) => String(n).padStart(2, '0');
    return parseBound(month === 0 ? y : day === 0 ? `${y}-${pad(month)}` : `${y}-${pad(month)}-${pad(day)}`);
  });
const rolling = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom('d', 'w', 'm', 'y'))
  .map(([count, unit]) => parseRolling(`-${count}${unit}`));
const end = fc.oneof({ arbitrary: bound, weight: 3 }, rolling);
const id = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((s) => s.replace(/[,\s\p{Cc}]/gu, 'x').normalize('NFC'));
const ids = fc.uniqueArray(id, { maxLength: 4 });
const text = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .map((s) => s.normalize('NFC').trim().replace(/\s+/g, ' '));

const ownKey = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,12}$/).map((name): OwnKey => `.${name}`);
/** Values that mean something elsewhere in an address: lists, ranges, signs, words, days, blanks within. */
const oddValue = fc.constantFrom(
  ...['a, b', ',', '\\', '\\,', '\\none', '\\several', 'none', '1..2', '..', '5..', '..-1e9', '2020-01-01..'],
  ...['only:x', 'not:x, y', 'beyond:', '=', '&', '+', '%2C', '#', '-', 'взрыв', '“ ”', '100 %', '.weapon'],
);
const value = fc.oneof(
  oddValue,
  text.filter((one) => one !== ''),
);
const values = (least: number) =>
  fc
    .uniqueArray(value, { minLength: least, maxLength: 4 })
    .map((all): readonly string[] => [...all].sort(byCodePoint));
const rangeEnd = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constant('2024-02-29'),
);
const range = fc
  .record({ from: fc.option(rangeEnd), to: fc.option(rangeEnd) })
  .filter(({ from, to }) => from !== null || to !== null);
const ownClause: fc.Arbitrary<OwnClause> = fc.oneof(
  fc.record({ key: ownKey, values: values(1), range: fc.constant(null) }),
  fc.record({ key: ownKey, values: fc.constant([]), range }),
);
const ownClauses = fc
  .uniqueArray(ownClause, { selector: ({ key }) => key, maxLength: 3 })
  .map((all) => [...all].sort((a, b) => byCodePoint(a.key, b.key)));
const column = fc.oneof(fc.constantFrom(...COLUMNS), ownKey);
const sides = (one: fc.Arbitrary<string>) => fc.uniqueArray(one, { minLength: 1, maxLength: 7 });
const written = fc.tuple(bound, bound).map(([a, b]) => `${a?.text}..${b?.text}`);
const comparison: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({
    by: fc.oneof(fc.constantFrom('actor' as const, 'region' as const, 'view' as const), ownKey),
    items: sides(value),
  }),
  fc.record({
    by: fc.constant('period' as const),
    items: sides(
      fc.oneof(
        fc.constantFrom('before', 'year', '2016', '2017-03'),
        written.filter((one) => parseSpan(one) !== null),
      ),
    ),
  }),
);
const span = fc
  .oneof(
    bound.map((one) => one?.text ?? ''),
    written,
    fc.constantFrom('..2017-03', '2016..'),
  )
  .map(parseSpan)
  .filter((one) => one !== null);
const selection: fc.Arbitrary<Selection> = fc.oneof(
  fc.record({ span, groups: values(0) }),
  fc.record({ span: fc.constant(null), groups: values(1) }),
);

const note: fc.Arbitrary<ReaderNote> = fc
  .tuple(bound, fc.string({ minLength: 1, maxLength: 20 }))
  .map(([at, text]) => parseNote(`${at?.text}~${text}`))
  .filter((one) => one !== null);

const degrees = (most: number) =>
  fc.integer({ min: -most * 10_000, max: most * 10_000 }).map((value) => value / 10_000);
const place = fc.oneof(
  fc.constantFrom('country', 'none', 'impossible', 'hex:50:60:412:-17', 'town:55.75:37.62'),
  fc
    .tuple(degrees(90), degrees(180))
    .map(([lat, lon]) => `exact:${lat}:${lon}`)
    .filter((id) => writtenPlace(id) === id),
);
const box = fc
  .record({ west: degrees(180), south: degrees(90), east: degrees(180), north: degrees(90) })
  .map(writableBox)
  .filter((one) => one !== null);

const views: fc.Arbitrary<View> = fc
  .record({
    from: fc.option(end),
    to: fc.option(end),
    actors: ids,
    relations: ids,
    certainties: ids,
    disputed: fc.constantFrom(null, 'no' as const, 'only' as const),
    types: ids,
    regions: ids,
    initiators: fc.constantFrom([], ['state'], ['mixed'], ['foreign-state', 'unclear'], ['martian']),
    scope: fc.constantFrom('in' as const, 'out' as const),
    q: text,
    places: fc.uniqueArray(place, { maxLength: 3 }),
    box: fc.option(box),
    map: fc.constantFrom(null, ...MAP_FORMS),
    shade: fc.constantFrom(...SHADES),
    part: fc.option(fc.oneof(box, box.map(finePart))),
    boundaries: fc.constantFrom(null, 'natural-earth'),
    bin: fc.constantFrom(
      null,
      'day' as const,
      'week' as const,
      'month' as const,
      'quarter' as const,
      'year' as const,
    ),
    measure: fc.oneof(
      fc.constantFrom('incidents' as const, 'fatalities' as const, 'injured' as const),
      ownKey,
    ),
    split: fc.oneof(fc.constantFrom(...SPLITS), ownKey),
    own: ownClauses,
    groups: values(0),
    columns: fc.uniqueArray(column, { maxLength: 4 }),
    mode: fc.constantFrom(...MODES),
    compare: fc.option(comparison),
    select: fc.option(selection),
    axis: fc.constantFrom(...AXES),
    indexFrom: fc.option(bound),
    rollMean: fc.option(fc.integer({ min: ROLLING.least, max: ROLLING.most })),
    notes: fc.uniqueArray(note, { maxLength: MOST_NOTES, selector: ({ text }) => text }).map(notesInOrder),
    sort: fc
      .uniqueArray(fc.record({ column, descending: fc.boolean() }), {
        selector: ({ column }) => column,
        maxLength: 3,
      })
      .filter(([first, ...more]) => !(more.length === 0 && first?.column === 'date' && first.descending)),
    incident: fc.option(id),
    revision: fc.option(
      fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 12, maxLength: 64 }),
    ),
  })
  .map((fields) => changeView(defaultView(DATASET), fields));

describe('the address of a view', () => {
  it('reads back every view that it writes', () => {
    fc.assert(
      fc.property(views, (view) => {
        const { view: read, issues } = parse(serializeView(view));
        expect(read).toEqual(view);
        const { from, to } = view;
        const fixed = from && to && !isRolling(from) && !isRolling(to);
        const reversed = fixed && from.from > to.to;
        expect(issues.map(({ code }) => code)).toEqual(reversed ? ['reversed-window'] : []);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads any query without throwing, and writing what it read changes nothing more', () => {
    const pair = fc.tuple(
      fc.oneof(fc.constantFrom('v', ...VIEW_KEYS), fc.string()),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 12 }), (pairs) => {
        const { view } = parse(new URLSearchParams(pairs).toString());
        const again = parse(serializeView(view)).view;
        expect(again).toEqual(view);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['', ''],
    ['actor=iskp,iscp&actor=iscp', 'actor=iscp,iskp'],
    ['box=35.20,+54.12341, 40,57', 'box=35.2,54.1234,40,57'],
    [
      'box=175,-20,-175,-10&place=country,town:55.750:37.62',
      'place=country,town:55.75:37.62&box=175,-20,-175,-10',
    ],
    ['map=dots&boundaries=natural-earth', 'map=dots&boundaries=natural-earth'],
    ['part=35.20,54.1,40,57.0&box=30,50,45,60', 'box=30,50,45,60&part=35.2,54.1,40,57'],
    // Parts of a map of five decimals are kept, where both west and east have them; boxes, and addresses of before, have four.
    ['part=37.61681,55.73761,37.68319,55.7627', 'part=37.61681,55.73761,37.68319,55.7627'],
    ['part=-168.89999,60,-169.10001,90', 'part=-168.89999,60,-169.10001,90'],
    ['part=37.61681,55.73761,37.6832,55.7627', 'part=37.6168,55.7376,37.6832,55.7627'],
    ['part=37.616812,55.737612,37.683191,55.7627', 'part=37.6168,55.7376,37.6832,55.7627'],
    ['box=37.61681,55.73761,37.68319,55.7627', 'box=37.6168,55.7376,37.6832,55.7627'],
    ['shade=rate&map=regions', 'map=regions&shade=rate'],
    ['shade=count', ''],
    ['to=2024-03&from=2017', 'from=2017&to=2024-03'],
    ['scope=in&measure=incidents&split=actor&mode=stack&sort=-date', ''],
    ['initiator=non-state,foreign-state,mixed,unclear', ''],
    ['initiator=state', 'initiator=state'],
    ['q=Kaspiysk++petrol%20station', 'q=Kaspiysk+petrol+station'],
    ['sort=-fatalities,date', 'sort=-fatalities,date'],
    ['r=ABCDEF012345', 'r=abcdef012345'],
    ['utm_source=x&fbclid=1', ''],
    ['from=-12m&to=latest', 'from=-12m'],
    ['to=-1y&from=-90d', 'from=-90d&to=-1y'],
    ['.weapon=knife,rifle&.weapon=axe', '.weapon=axe,knife,rifle'],
    ['.weapon=a%5C,%20b,c', '.weapon=a%5C,+b,c'],
    ['.code=%5C1..2', '.code=%5C1..2'],
    ['.damage=100..&q=x', '.damage=100..&q=x'],
    ['split=.weapon&series=only:a%5C,%20b', 'split=.weapon&series=only:a%5C,+b'],
  ])('writes ?%s as ?%s', (query, canonical) => {
    const { view, issues } = parse(query);
    expect(serializeView(view)).toBe(canonical);
    expect(issues).toEqual([]);
  });

  it.each([
    ['from=2017-13', 'from', 'bad-value'],
    ['to=2023-02-29', 'to', 'bad-value'],
    ['from=latest', 'from', 'bad-value'],
    ['from=-0m', 'from', 'bad-value'],
    ['from=12m', 'from', 'bad-value'],
    ['from=1&from=2', 'from', 'repeated-key'],
    ['q=a&q=b', 'q', 'repeated-key'],
    [`q=${'x'.repeat(201)}`, 'q', 'too-long'],
    [`actor=${'x'.repeat(201)}`, 'actor', 'too-long'],
    ['disputed=maybe', 'disputed', 'bad-value'],
    ['scope=all', 'scope', 'bad-value'],
    ['initiator=state,mixed', 'initiator', 'mixed-initiators'],
    ['bin=fortnight', 'bin', 'bad-value'],
    ['measure=deaths', 'measure', 'bad-value'],
    ['split=weather', 'split', 'bad-value'],
    ['mode=pie', 'mode', 'bad-value'],
    ['sort=colour', 'sort', 'bad-value'],
    ['r=latest', 'r', 'unknown-revision'],
  ] as const)('keeps the broken ?%s as written and says which key and why', (query, key, code) => {
    const { view, issues } = parse(query);
    expect(issues).toMatchObject([{ key, code }]);
    expect(view.broken.map((broken) => broken.key)).toEqual([key]);
    expect(parse(serializeView(view)).issues).toMatchObject([{ key }]);
  });

  it('keeps the order of keys in which links were published', () => {
    const keys =
      'from to actor relation certainty disputed type region initiator scope .weapon q bin measure split series mode sort columns incident r'.split(
        ' ',
      );
    const values: Readonly<Record<string, string>> = {
      from: '2020',
      to: '2021',
      disputed: 'no',
      scope: 'out',
      bin: 'day',
      measure: 'injured',
      split: 'type',
      mode: 'lines',
      sort: 'title',
      columns: 'id',
      r: '0123456789ab',
    };
    const pairs = keys.map((key) => [key, values[key] ?? 'x']);
    const { view, issues } = parse(new URLSearchParams([...pairs].reverse()).toString());
    expect(issues).toEqual([]);
    expect([...new URLSearchParams(serializeView(view)).keys()]).toEqual(keys);
  });

  it('notes a key it does not know and a window that ends before it begins', () => {
    expect(parse('actr=iskp').issues).toMatchObject([{ key: 'actr', code: 'unknown-key' }]);
    expect(parse('from=2024&to=2017').issues).toMatchObject([{ key: 'from', code: 'reversed-window' }]);
    expect(parse('from=2017&to=2017').issues).toEqual([]);
  });

  it('keeps the notes that can be read beside one that cannot, and says which', () => {
    const { view, issues } = parse('note=2016-01-05~A&note=2016-02-10~C,2099-13~later,2016~year');
    expect(view.notes.map(({ at, text }) => `${at.text} ${text}`)).toEqual([
      '2016 year',
      '2016-01-05 A',
      '2016-02-10 C',
    ]);
    expect(issues).toMatchObject([{ key: 'note', code: 'bad-value' }]);
    expect(issues[0]?.message).toContain('2099-13~later');
    expect(view.broken).toEqual([]);
    const many = Array.from({ length: MOST_NOTES + 2 }, (_, at) => `20${10 + at}~N${at}`).join(',');
    expect(parse(`note=${many}`).view.notes).toHaveLength(MOST_NOTES);
    expect(parse('note=garbage').view.broken).toMatchObject([{ key: 'note' }]);
  });

  it('mends a broken key by changing it, and clears filters without touching how the view is drawn', () => {
    const { view } = parse('from=nonsense&actor=iskp&mode=lines&bin=year');
    expect(serializeView(changeView(view, { from: null }))).toBe('actor=iskp&bin=year&mode=lines');
    expect(serializeView(clearFilters(view))).toBe('bin=year&mode=lines');
  });

  it('writes hrefs that can stand in a page without further escaping of the path', () => {
    expect(viewHref(parse('q=a%26b%3Cc').view)).toBe('/a-series?q=a%26b%3Cc');
    expect(viewHref(defaultView(DATASET), '/view.json')).toBe('/a-series/view.json');
  });
});
