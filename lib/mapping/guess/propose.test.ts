import { describe, expect, it } from 'vitest';
import { linesTable, mappingOf, proposalOf } from '../../../testing/files/proposal-sample';
import { checkMapping } from '../checks/check-mapping';

/** Rows of a month in which days run over 12, so that nothing is left to ask. */
const rows = (count: number, row: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => row(at)).join('\n');

const day = (at: number) => `2021-03-${String((at % 28) + 1).padStart(2, '0')}`;

describe('what columns mean by their names in several languages', () => {
  it.each([
    ['English', 'Date|Type|Province|City|Killed|Wounded|Perpetrator|Source|Description'],
    ['German', 'Datum|Art|Bundesland|Ort|Tote|Verletzte|Täter|Quelle|Beschreibung'],
    ['French', 'Date|Catégorie|Département|Ville|Morts|Blessés|Auteur|Source|Résumé'],
    ['Spanish', 'Fecha|Tipo|Departamento|Ciudad|Muertos|Heridos|Grupo armado|Fuente|Descripción'],
    ['Portuguese', 'Data|Tipo|Estado|Cidade|Mortos|Feridos|Autor|Fonte|Descrição'],
    ['Russian', 'Дата|Тип|Область|Город|Погибшие|Раненые|Группировка|Источник|Описание'],
    ['Ukrainian', 'Дата|Тип події|Область|Місто|Загиблі|Поранені|Угруповання|Джерело|Опис'],
    ['Arabic', 'التاريخ|النوع|المحافظة|المدينة|القتلى|الجرحى|الجماعة|المصدر|الوصف'],
  ])('%s', async (_, header) => {
    const [date, type, region, place, killed, wounded, actor, source, notes] = header.split('|');
    const mapping = await mappingOf(
      `${header}\n${rows(20, (at) => `${day(at)}|${at % 2 ? 'Bombing' : 'Raid'}|North|Town ${at % 4}|${at % 5}|${at % 3}|Group ${at % 3}|Paper ${at % 3}|Something happened here ${at}`)}`,
    );
    expect(mapping).toMatchObject({
      date: { kind: 'one', column: date },
      type,
      regions: [region],
      place,
      fatalities: { low: null, best: killed, high: null },
      injured: { low: null, best: wounded, high: null },
      sources: { columns: [source] },
      notes: [notes],
    });
    expect(mapping.actors.map(({ column }) => column)).toEqual([actor]);
  });

  it('takes HXL tags for names', async () => {
    const mapping = await mappingOf(`a|b|c|d|e|f
      #date+start|#date+end|#adm1+name|#geo+lat|#geo+lon|#affected+killed
      ${rows(15, (at) => `${day(at)}|${day(at)}|North|${at}.5|${at + 20}.5|${at}`)}`);
    expect(mapping).toMatchObject({
      date: { kind: 'span', start: 'a', end: 'b', meaning: { fixed: 'lasting' } },
      regions: ['c'],
      lat: 'd',
      lon: 'e',
      fatalities: { best: 'f' },
    });
  });

  it('takes low, best and high together', async () => {
    const mapping = await mappingOf(
      `date|deaths_low|deaths_best|deaths_high|place\n${rows(12, (at) => `${day(at)}|${at}|${at + 1}|${at + 2}|Town`)}`,
    );
    expect(mapping.fatalities).toEqual({ low: 'deaths_low', best: 'deaths_best', high: 'deaths_high' });
  });
});

describe('names that the cells contradict', () => {
  it.each([
    ['coordinates out of range', 'date|lat|lon|place', '|120.5|500.5|Town', { lat: null, lon: null }],
    ['deaths in words', 'date|deaths|place', '|by a bomb|Town', { fatalities: { best: null } }],
    ['a type that differs in every row', 'date|type|place', '|kind of its own %|Town', { type: null }],
    ['an actor that is a number', 'date|actor1|place', '|%|Town', { actors: [] }],
    ['an id that repeats', 'date|event_id|place', '|7|Town', { id: null }],
  ])('%s', async (_, header, row, expected) => {
    const mapping = await mappingOf(
      `${header}\n${rows(30, (at) => `${day(at)}${row.replaceAll('%', String(at))}`)}`,
    );
    expect(mapping).toMatchObject(expected);
  });

  it('takes columns that are plainly named so for coordinates though many cells are none', async () => {
    const bad = ['52.520.008|13.404.954', '5820000|390000', '?|?', 'n/a|n/a'];
    const mostly = (many: number) =>
      mappingOf(
        `date|lat|lon|place\n${rows(20, (at) => `${day(at)}|${at < many ? `${48 + at / 10}|${11 + at / 10}` : bad[at % 4]}|Town`)}`,
      );
    expect(await mostly(14)).toMatchObject({ lat: 'lat', lon: 'lon' });
    expect(await mostly(8)).toMatchObject({ lat: 'lat', lon: 'lon' });
    // A few numbers among other things are no coordinates.
    expect(await mostly(3)).toMatchObject({ lat: null, lon: null });
  });

  it('does not take every number that differs for an id', async () => {
    const mapping = await mappingOf(`date|altitude|place\n${rows(30, (at) => `${day(at)}|${at * 7}|Town`)}`);
    expect(mapping.id).toBeNull();
  });

  it('keeps a plain id that repeats now and then', async () => {
    const mapping = await mappingOf(
      `event_id|date|place\n${rows(40, (at) => `${at === 39 ? 3 : at}|${day(at)}|Town`)}`,
    );
    expect(mapping.id).toBe('event_id');
  });

  it('does not take a code of something else that nearly differs for an id', async () => {
    const mapping = await mappingOf(
      `geo_id|date|place\n${rows(40, (at) => `${at === 39 ? 3 : at}|${day(at)}|Town`)}`,
    );
    expect(mapping.id).toBeNull();
  });
});

describe('files as their publishers write them', () => {
  it('tells the victims of a list of shootings from its suspects', async () => {
    const mapping = await mappingOf(
      `Incident ID|Incident Date|State|Victims Killed|Victims Injured|Suspects Killed|Suspects Injured\n${rows(20, (at) => `${2500 + at}|March ${at + 1}, 2024|Texas|${at % 3}|${at % 5}|${at % 2}|0`)}`,
    );
    expect(mapping).toMatchObject({
      id: 'Incident ID',
      fatalities: { best: 'Victims Killed' },
      injured: { best: 'Victims Injured' },
      perpetratorsKilled: { best: 'Suspects Killed' },
    });
  });

  it('takes degrees and minutes for coordinates, and reference numbers for ids', async () => {
    const mapping = await mappingOf(
      `Reference|Date of Occurrence|Latitude|Longitude|Aggressor\n${rows(20, (at) => `2023-${at}|${day(at)}|1°2${at % 10}'N|104°${10 + at}'E|Robbers ${at % 3}`)}`,
    );
    expect(mapping).toMatchObject({ id: 'Reference', lat: 'Latitude', lon: 'Longitude', sources: null });
  });

  it('keeps addresses in a column of references for sources', async () => {
    const mapping = await mappingOf(
      `date|place|reference\n${rows(20, (at) => `${day(at)}|Town ${at % 4}|https://example.org/${at}`)}`,
    );
    expect(mapping).toMatchObject({ id: null, sources: { columns: ['reference'] } });
  });

  it('takes figures that are more than a number for figures', async () => {
    const dead = ['12+', '10–15', '0', 'at least 4'];
    const mapping = await mappingOf(
      `#|Date|Dead|Injured\n${rows(20, (at) => `${at + 1}|${day(at)}|${dead[at % 4]}|${at % 3 ? at : 'Unknown'}`)}`,
    );
    expect(mapping).toMatchObject({ id: '#', fatalities: { best: 'Dead' }, injured: { best: 'Injured' } });
  });
});

describe('questions', () => {
  it('asks for the order of day and month where no cell settles it', async () => {
    const { mapping, questions } = await proposalOf(
      `Date|Place\n${rows(20, (at) => `0${(at % 9) + 1}/0${((at * 5) % 9) + 1}/2021|Town`)}`,
    );
    expect(mapping).not.toBeNull();
    expect(questions.map(({ id }) => id)).toEqual(['date-order']);
    const [question] = questions;
    expect(question?.text).toContain('“Date”');
    expect(question?.options.map(({ value }) => value).sort()).toEqual(['day-first', 'month-first']);
    for (const option of question?.options ?? []) {
      expect(option.change).toMatchObject({
        mapping: { date: { column: 'Date', rule: { order: option.value } } },
      });
    }
  });

  it('asks for the century where years have two digits and could be of two', async () => {
    const { questions } = await proposalOf(
      `Date|Place\n${rows(30, (at) => `${13 + (at % 15)}/0${(at % 9) + 1}/${String((at * 3) % 100).padStart(2, '0')}|Town`)}`,
    );
    expect(questions.map(({ id }) => id)).toEqual(['two-digit-years']);
    expect(questions[0]?.options.map(({ value }) => value)).toContain('to-1999');
  });

  it('does not ask where one cell settles it', async () => {
    const { questions, mapping } = await proposalOf(
      `Date|Place\n${rows(20, (at) => `0${(at % 9) + 1}/0${((at * 5) % 9) + 1}/2021|Town`)}\n25/03/2021|Town`,
    );
    expect(questions).toEqual([]);
    expect(mapping?.date.rule.order).toBe('day-first');
  });

  it('lets the end of a span settle its start', async () => {
    const { questions, mapping } = await proposalOf(
      `start date|end date|Place\n${rows(15, (at) => `0${(at % 9) + 1}/02/2021|${at + 13}/02/2021|Town`)}`,
    );
    expect(questions).toEqual([]);
    expect(mapping?.date).toMatchObject({ kind: 'span', rule: { order: 'day-first' } });
  });

  it('says of start and end together what share of their cells are dates', async () => {
    const reasonFor = async (end: string) =>
      (
        await proposalOf(
          `start date|end date|Place\n${rows(19, (at) => `${day(at)}|${day(at)}|Town`)}\n${day(20)}|${end}|Town`,
        )
      ).reasons.find(({ field }) => field === 'date')?.reason;
    expect(await reasonFor(day(20))).toContain('start and end, and all their cells are dates');
    expect(await reasonFor('soon')).toContain('start and end, and all and 95 % of their cells are dates');
  });

  it('asks which column it is where none is named and several are dates', async () => {
    const { questions } = await proposalOf(
      `a|b|Place\n${rows(20, (at) => `${day(at)}|${day(at + 3)}|Town ${at % 3}`)}`,
    );
    expect(questions.map(({ id }) => id)).toEqual(['date-column']);
    expect(questions[0]?.options.map(({ value }) => value)).toEqual(['a', 'b']);
  });

  it.each([
    ['a date beside the date of an edit', 'Date|Edit Date', 'Date'],
    ['a date beside the date of a report', 'reported_date|event_date', 'event_date'],
  ])('does not ask between %s', async (_, header, column) => {
    const { questions, mapping } = await proposalOf(
      `${header}|Place\n${rows(20, (at) => `${day(at)}|${day(at + 3)}|Town`)}`,
    );
    expect(questions).toEqual([]);
    expect(mapping?.date).toMatchObject({ kind: 'one', column });
  });
});

describe('dates in several columns', () => {
  it('joins year, month and day, with month names of a language', async () => {
    const months = ['Januar', 'Februar', 'März', 'Dezember'];
    const mapping = await mappingOf(
      `Jahr|Monat|Tag|Ort\n${rows(20, (at) => `2015|${months[at % 4]}|${at + 1}|Town`)}`,
    );
    expect(mapping.date).toMatchObject({
      kind: 'parts',
      year: 'Jahr',
      month: 'Monat',
      day: 'Tag',
      rule: { language: 'de' },
    });
  });

  it('reads a year column with codes for “not known”, and months written with their year', async () => {
    const coded = await mappingOf(
      `year|place|killed\n${Array.from({ length: 30 }, (_, at) => `${at % 3 ? 1990 + at : -9}|Town ${at}|${at % 4}`).join('\n')}`,
    );
    expect(coded.date).toMatchObject({ kind: 'parts', year: 'year', month: null, day: null });
    const months = await mappingOf(
      `Month|title|killed\n${Array.from({ length: 30 }, (_, at) => `2021${String(1 + (at % 12)).padStart(2, '0')}|Attack ${at}|${at % 4}`).join('\n')}`,
    );
    expect(months.date).toMatchObject({ kind: 'one', column: 'Month', rule: { numbers: 'compact' } });
  });

  it('keeps a column of days in which some are coded 99', async () => {
    const { date } = await mappingOf(
      `year|month|day|place\n${Array.from({ length: 30 }, (_, at) => `${1990 + at}|${1 + (at % 12)}|${at % 6 ? 1 + (at % 28) : 99}|Town ${at}`).join('\n')}`,
    );
    expect(date).toMatchObject({ kind: 'parts', year: 'year', month: 'month', day: 'day' });
  });

  it('prefers a whole date to a year beside it', async () => {
    const mapping = await mappingOf(`year|event date|place\n${rows(20, (at) => `2021|${day(at)}|Town`)}`);
    expect(mapping.date).toMatchObject({ kind: 'one', column: 'event date' });
  });
});

describe('a date that may be none of the event', () => {
  const asked = async (text: string) => (await proposalOf(text)).questions.map(({ id }) => id);

  it('is asked about where its name says that it is of something else', async () => {
    expect(await asked(`date_added|place\n${rows(20, (at) => `${day(at)}|Town ${at}`)}`)).toEqual([
      'date-column',
    ]);
    expect(
      await asked(`date_added|date|place\n${rows(20, (at) => `${day(at)}|${day(at)}|Town ${at}`)}`),
    ).toEqual([]);
  });

  it('is asked about where its years are those of another calendar', async () => {
    const thai = rows(20, (at) => `${13 + (at % 9)}/5/2564|กรุงเทพ ${at}`);
    expect(await asked(`วันที่|สถานที่\n${thai}`)).toEqual(['date-calendar']);
    const solar = rows(20, (at) => `1400/05/${13 + (at % 9)}|تهران ${at}`);
    expect(await asked(`تاریخ|محل\n${solar}`)).toEqual(['date-calendar']);
    expect(await asked(`date|place\n${rows(20, (at) => `1400-05-${13 + (at % 9)}|Town ${at}`)}`)).toEqual([]);
  });
});

describe('figures that are not the killed of an event', () => {
  it.each(['year of deaths', 'expected_deaths', 'Killed soldiers', 'deaths_pct', 'avg deaths'])(
    '%s',
    async (name) => {
      const mapping = await mappingOf(
        `date|place|${name}\n${rows(20, (at) => `${day(at)}|Town ${at}|${at}`)}`,
      );
      expect(mapping.fatalities.best).toBeNull();
    },
  );
});

describe('actors', () => {
  const actors = `date|perpetrators|target|place
2021-03-01|ISKP; Taliban|Police|Kabul
2021-03-02|ISKP|Army|Kabul
2021-03-13|Taliban|Police|Herat
2021-03-14|Unknown|Civilians|Herat
2021-03-15|TALIBAN|Civilians|Herat
2021-03-16|unknown|Civilians|Herat
2021-03-17|ISKP; Taliban|Civilians|Herat`;

  it('finds what parts several in a cell, by names that stand alone elsewhere', async () => {
    expect((await mappingOf(actors)).actors).toEqual([
      {
        column: 'perpetrators',
        separator: ';',
        relation: { fixed: 'attributed' },
        certainty: { fixed: 'certain' },
      },
    ]);
  });

  it('puts unknown ones into the mapping and shows them, and merges nothing', async () => {
    const { mapping, placeholders, groups } = await proposalOf(actors);
    expect(placeholders).toEqual([
      { text: 'Unknown', count: 1 },
      { text: 'unknown', count: 1 },
    ]);
    expect(mapping?.actorDecisions).toEqual({ groups: [], placeholders: ['Unknown', 'unknown'] });
    expect(groups).toEqual([
      { name: 'Taliban', spellings: ['Taliban', 'TALIBAN'], counts: [3, 1], differ: ['case'] },
    ]);
  });

  it('tells relations by the name of the column', async () => {
    const mapping = await mappingOf(
      `date|claimed_by|suspected_group|place\n${rows(12, (at) => `${day(at)}|Group ${at % 2}|Group ${at % 3}|Town`)}`,
    );
    expect(mapping.actors.map(({ column, relation }) => [column, relation])).toEqual([
      ['claimed_by', { fixed: 'claimed' }],
      ['suspected_group', { fixed: 'suspected' }],
    ]);
  });
});

describe('a proposal', () => {
  it('is a mapping that passes the check, with a reason and samples for every column it uses', async () => {
    const text = `event_id|Date|Type|Province|City|Latitude|Longitude|Killed|Actor 1|Link 1|Link 2|Notes
${rows(20, (at) => `E${at}|${day(at)}|Raid|North|Town|3.5|4.5|${at === 4 ? -99 : at}|Group ${at % 3}|https://x.org/${at}||Words ${at}`)}`;
    const { mapping, reasons } = await proposalOf(text);
    expect(checkMapping(JSON.parse(JSON.stringify(mapping)), linesTable(text).columns)).toEqual({
      kind: 'ok',
      mapping,
    });
    expect(reasons.map(({ field }) => field).sort()).toEqual(
      'actors date fatalities id lat lon notes place regions sources type unknownNumbers'.split(' '),
    );
    for (const { reason, samples, columns } of reasons) {
      expect(reason).not.toBe('');
      expect(samples.length).toBeLessThanOrEqual(5);
      if (columns.length > 0) expect(samples.length).toBeGreaterThan(0);
    }
    expect(mapping?.unknownNumbers).toEqual(['-99']);
    expect(mapping?.sources).toEqual({ columns: ['Link 1', 'Link 2'], separator: null });
  });
});
