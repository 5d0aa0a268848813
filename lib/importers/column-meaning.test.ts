import { describe, expect, it } from 'vitest';
import { collectSeries, openQuestions } from '../../testing/files/collect-series';
import { textSource } from '../../testing/files/text-source';
import { mappedColumns } from '../mapping/mapped-columns';
import type { DatasetId, Estimate } from '../series/model';
import { examine } from './run/import-file';

const figures = ({ low, best, high }: Estimate) => [low, best, high].map((one) => one ?? '-').join(' ');

/** What an import makes of a text, as a person would write it down, and which columns it leaves alone. */
async function imported(text: string, name = 'rows.csv') {
  const found = await examine(textSource(`${text}\n`, name));
  if (found.kind !== 'table') throw new Error(JSON.stringify(found));
  const { mapping, refusal } = found.proposal;
  if (!mapping) throw new Error(refusal?.reason);
  const seed = { id: 'mine' as DatasetId, title: 'Mine' };
  const { series, problems, counts } = await collectSeries(found, null, seed);
  expect(counts.read).toBe(counts.incidents + counts.problems + counts.skipped);
  const labels = new Map<string, string>([
    ...series.types.map(({ id, label }) => [id, label] as const),
    ...series.regions.map(({ id, label }) => [id, label] as const),
  ]);
  const actors = new Map(series.actors.map((actor) => [actor.id, actor.name]));
  const sources = new Map(series.sources.map(({ id, url, title }) => [id, url ?? title]));
  const used = new Set(Object.values(mappedColumns(mapping)).flat());
  return {
    layout: mapping.layout,
    questions: openQuestions(found).map(({ id }) => id),
    unused: found.survey.columns.map((column) => column.name).filter((one) => !used.has(one)),
    notes: problems.map(({ row, code, column, value }) => `${row} ${code} ${column}: ${value}`),
    counts,
    incidents: series.incidents.map((one) => ({
      title: one.title,
      type: one.type === null ? null : (labels.get(one.type) ?? '?'),
      regions: one.regions.map((id) => labels.get(id)),
      place: one.place.name,
      country: one.place.country,
      point: [one.place.lat, one.place.lon],
      who: one.links.map(({ actor, relation }) => `${actors.get(actor)}: ${relation}`),
      targets: one.targets,
      killed: figures(one.fatalities),
      injured: figures(one.injured),
      attackers: figures(one.perpetratorsKilled),
      sources: one.sources.map((id) => sources.get(id)),
      scope: one.inScope ? 'in' : one.scopeNote,
    })),
  };
}

const NONE = '- - -';

describe('texts that say that nothing is known', () => {
  it.each([
    'NA',
    'N/A',
    'NULL',
    'None',
    'nan',
    '-',
    '?',
    'unknown',
    'missing',
    'нет данных',
    'sin datos',
    'مجهول',
  ])('are no value in any field: %s', async (nothing) => {
    const row = `2,2024-03-02,${Array(6).fill(nothing).join(',')}`;
    const { incidents, notes } = await imported(
      `id,date,actor,type,region,place,killed,source\n1,2024-03-01,Front A,Raid,North,Port A,1,https://a.org/1\n${row}\n3,2024-03-13,Front B,Raid,South,Town B,0,https://a.org/2`,
    );
    expect(incidents[1]).toMatchObject({
      ...{ title: 'Incident', type: null, regions: [], place: null },
      ...{ who: [], killed: NONE, sources: [] },
    });
    expect(notes).toContain(`null says-nothing place: ${nothing}`);
  });

  it('are none where they are names: Na and Nan, and NA beside other codes of countries', async () => {
    const { incidents, notes } = await imported(
      'id,date,country,city,killed\n1,2024-03-01,NA,Windhoek,1\n2,2024-03-02,NG,Na,2\n3,2024-03-13,ML,Nan,3',
    );
    expect(incidents.map(({ country, place }) => [country, place])).toEqual([
      ['NA', 'Windhoek'],
      ['NG', 'Na'],
      ['ML', 'Nan'],
    ]);
    expect(notes).toEqual([]);
  });

  it('do not decide which column means what', async () => {
    const { incidents } = await imported(
      `eventid,year,month,day,attacktype1,attacktype1_txt,attacktype2,attacktype2_txt,gname,nkill,nwound
1,2020,1,3,N/A,N/A,N/A,N/A,Front A,1,N/A\n2,2020,2,14,3,Bombing,2,Assault,Front B,4,2\n3,2020,3,5,N/A,N/A,N/A,N/A,Front A,0,N/A`,
    );
    expect(incidents.map(({ type, injured }) => [type, injured])).toEqual([
      [null, NONE],
      ['Bombing', '2 2 2'],
      [null, NONE],
    ]);
  });

  it('give way to a column that is filled more', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) => `${at},2024-03-${10 + at},${at % 4 ? 'N/A' : 'Raid'},${at % 2 ? 'Battle' : 'Protest'}`,
    );
    const { unused } = await imported(`id,date,type,category\n${rows.join('\n')}`);
    expect(unused).toEqual(['type']);
  });

  it('give way to a column that is filled', async () => {
    const { incidents, unused } = await imported(
      'id,date,perpetrator,group\n1,2024-03-12,NULL,Front A\n2,2024-03-13,nan,Front B\n3,2024-03-24,None,Front A',
    );
    expect(incidents[0]?.who).toEqual(['Front A: attributed']);
    expect(unused).toEqual(['perpetrator']);
  });
});

describe('figures with notes', () => {
  it('stay figures, each with its doubt', async () => {
    const { incidents, notes } = await imported(
      `date,place,dead,hurt\n2019-01-03,Port A,12+,dozens\n2019-01-14,Town B,at least 5,several\n2019-01-15,Town C,3,4\n2019-01-16,Town D,2-4,7\n2019-01-17,Town E,5 (+1),about 30`,
    );
    expect(incidents.map(({ killed }) => killed)).toEqual(['12 - -', '5 - -', '3 3 3', '2 - 4', '5 5 5']);
    expect(incidents.map(({ injured }) => injured)).toEqual([NONE, NONE, '4 4 4', '7 7 7', '- 30 -']);
    expect(incidents[4]?.attackers).toBe('1 1 1');
    expect(notes).toEqual([
      '2 not-a-count hurt: dozens',
      '3 not-a-count hurt: several',
      '6 about-count hurt: about 30',
    ]);
  });

  it.each([
    ['Fecha,Lugar,Muertos', ['1200 1200 1200', '350 350 350']],
    ['Datum,Ort,Tote', ['1200 1200 1200', '350 350 350']],
    ['data,município,vítimas fatais', ['1200 1200 1200', '350 350 350']],
  ])('have thousands with a point where they are named %s', async (header, killed) => {
    const { incidents, questions } = await imported(
      `${header}\n2014-03-01,Villa A,1.200\n2014-03-22,Villa B,350`,
    );
    expect(incidents.map((one) => one.killed)).toEqual(killed);
    expect(questions).toEqual([]);
  });

  it('are asked about where the language does not say what a point parts, and are decimals beside others', async () => {
    const asked = await imported('date,place,killed\n2014-03-01,Port A,1.200\n2014-03-22,Town B,350');
    expect(asked.questions).toEqual(['figure-points']);
    const settled = await imported('date,place,killed\n2014-03-01,Port A,1.250\n2014-03-22,Town B,2.5');
    expect(settled.questions).toEqual([]);
    expect(settled.incidents.map(({ killed }) => killed)).toEqual(['1.25 1.25 1.25', '2.5 2.5 2.5']);
  });

  it('come from the column of the total, and from parts only where there is none', async () => {
    const header =
      'Incident ID,Date,Nationals killed,Nationals wounded,Internationals killed,Internationals wounded';
    const whole = await imported(
      `${header},Total killed,Total wounded\n5,1997-03-04,1,0,0,1,1,1\n6,1998-04-15,0,2,0,0,0,2\n7,1999-07-06,3,0,0,0,3,0`,
    );
    expect(whole.incidents.map(({ killed, injured }) => [killed, injured])).toEqual([
      ['1 1 1', '1 1 1'],
      ['0 0 0', '2 2 2'],
      ['3 3 3', '0 0 0'],
    ]);
    expect(whole.unused).toContain('Nationals wounded');
    const parts = await imported(`${header}\n5,1997-03-04,1,0,2,1\n6,1998-04-15,4,,,0\n7,1999-07-26,0,0,0,0`);
    expect(parts.incidents.map(({ killed, injured }) => [killed, injured])).toEqual([
      ['3 3 3', '1 1 1'],
      ['4 - -', '0 - -'],
      ['0 0 0', '0 0 0'],
    ]);
  });

  it('are asked about where a column counts victims and no other says what became of them', async () => {
    const { questions } = await imported(
      'fecha,lugar,NumeroVictimasCaso\n1991-01-23,Villa A,7\n1997-07-03,Villa B,4\n1998-10-30,Villa C,6',
    );
    expect(questions).toEqual(['victims']);
  });
});

describe('who did it, in many languages', () => {
  it.each([
    ['killed_by', 'unknown', 'attributed'],
    ['Carried out by', 'N/A', 'attributed'],
    ['PRESUNTO_RESPONSABLE', 'Por establecer', 'suspected'],
    ['autor do ataque', 'desconhecido', 'attributed'],
    ['Auteurs présumés', 'inconnu', 'suspected'],
    ['Mutmaßliche Täter', 'unbekannt', 'suspected'],
    ['Исполнитель', 'не установлен', 'attributed'],
    ['Подозреваемые', 'не установлены', 'suspected'],
    ['Винуватець', 'невідомо', 'attributed'],
    ['الجهة المنفذة', 'مجهول', 'attributed'],
    ['مهاجم', 'نامعلوم', 'attributed'],
    ['Saldırgan', 'faili meçhul', 'attributed'],
  ])('%s', async (name, nobody, relation) => {
    const { incidents } = await imported(
      `date,place,${name}\n2024-03-01,Port A,Front A\n2024-03-02,Town B,${nobody}\n2024-03-13,Town C,Front B (suspected)`,
    );
    expect(incidents.map(({ who }) => who)).toEqual([[`Front A: ${relation}`], [], ['Front B: suspected']]);
  });

  it('is told by the cells of a column of ties', async () => {
    const { incidents } = await imported(
      'id,date,group,claimed\n1,2019-01-03,Front A,yes\n2,2019-01-14,Front B,no\n3,2019-01-15,Front A,yes',
    );
    expect(incidents.map(({ who }) => who)).toEqual([
      ['Front A: claimed'],
      ['Front B: attributed'],
      ['Front A: claimed'],
    ]);
  });

  it('is who acts in a table of who did what to whom, and the source is who reported it', async () => {
    const { incidents } = await imported(
      'event_date,source_name,target_name,event_type,publisher\n2019-01-03,Front A,Police,Assault,Wire A\n2019-01-14,Front B,Front A,Assault,Daily B\n2019-01-15,Front A,Front B,Threat,Daily B',
    );
    expect(incidents[0]).toMatchObject({
      who: ['Front A: involved'],
      targets: ['Police'],
      sources: ['Wire A'],
    });
    const bare = await imported(
      'date,source,target,url\n2019-01-03,Front A,Police,https://a.org/1\n2019-01-14,Front B,Front A,https://a.org/2\n2019-01-15,Front A,Front B,https://a.org/3',
    );
    expect(bare.incidents[1]).toMatchObject({ who: ['Front B: involved'], sources: ['https://a.org/2'] });
  });

  it('is each by its role in a list of names, and victims are targets', async () => {
    const actors = (...list: readonly (readonly [string, string])[]) =>
      list.map(([name, role]) => ({ name, role }));
    const { incidents } = await imported(
      JSON.stringify([
        { id: 1, date: '2024-03-01', actors: actors(['Front A', 'perpetrator'], ['Police', 'victim']) },
        { id: 2, date: '2024-03-02', actors: actors(['Front B', 'perpetrator'], ['Front A', 'perpetrator']) },
        { id: 3, date: '2024-03-14', actors: actors(['Front A', 'perpetrator'], ['Front B', 'victim']) },
      ]),
      'rows.json',
    );
    expect(incidents.map(({ who, targets }) => [who, targets])).toEqual([
      [['Front A: attributed'], ['Police']],
      [['Front A: attributed', 'Front B: attributed'], []],
      [['Front A: attributed'], ['Front B']],
    ]);
  });
});

describe('one word of a name', () => {
  it.each([
    ['Tribal Agency', 'South Agency', 'North Agency'],
    ['Police District', 'First District', 'Second District'],
  ])('makes no actor of an area: %s', async (name, one, other) => {
    const { incidents } = await imported(
      `Date,Location,${name},killed\n2004-06-17,Village A,${one},6\n2005-07-28,Village B,${other},3\n2006-11-30,Village C,${one}/${other},1`,
    );
    expect(incidents.map(({ who, regions }) => [who, regions])).toEqual([
      [[], [one]],
      [[], [other]],
      [[], [one, other]],
    ]);
  });

  it('makes no citation of the source of a weapon', async () => {
    const { incidents, unused } = await imported(
      'uid,date,city,killed,weapon,weapon_source\n1,4/20/2001,Town A,1,handgun,bought from a friend\n2,5/21/2002,Town B,0,revolver,parents\n3,9/13/2003,Town C,0,rifle,home',
    );
    expect(incidents.map(({ sources, type }) => [sources, type])).toEqual([
      [[], 'handgun'],
      [[], 'revolver'],
      [[], 'rifle'],
    ]);
    expect(unused).toEqual(['weapon_source']);
  });

  it('makes no place of where something was launched', async () => {
    const { incidents, unused } = await imported(
      'date,launch_place,target,launched,source\n2024-03-01,Sea East,North region,10,https://a.org/1\n2024-03-03,Field West,Port A,4,https://a.org/2\n2024-03-15,Sea East,South region,12,https://a.org/3',
    );
    expect(incidents.map(({ place }) => place)).toEqual(['North region', 'Port A', 'South region']);
    expect(unused).toEqual(['launch_place', 'launched']);
  });

  it('leaves the town before the street', async () => {
    const { incidents, unused } = await imported(
      'Case no,Date,Address,City Or County,Killed\n11,2025-08-29,100 First Ave,Springtown,0\n12,2025-09-03,Second St and Third Ave,Lakeville,0\n13,2025-09-05,200 Fourth Rd,Lakeville,1',
    );
    expect(incidents.map(({ place }) => place)).toEqual(['Springtown', 'Lakeville', 'Lakeville']);
    expect(unused).toEqual(['Address']);
  });

  it('does not matter where the cells name the events', async () => {
    const rows = ['Battle of A', 'Siege of B', 'Battle of C', 'Sack of D'];
    for (const name of ['battle', 'what', 'zzz', 'masacre']) {
      const { incidents } = await imported(
        `${name},link,date\n${rows.map((row, at) => `${row},https://a.org/${at},191${at + 4}-04-1${at}`).join('\n')}`,
      );
      expect(incidents.map(({ title }) => title)).toEqual(rows);
    }
  });
});

describe('where it happened', () => {
  it('is read from two coordinates in one cell, whatever its column is called', async () => {
    const { incidents } = await imported(
      'id,Date,Location Coordinates,Location Description\n1,2021-08-31,"28.02, -13.78",Off Port A\n2,2021-08-30,"41.27, 26.67",Near Town B\n3,2021-07-02,unknown,Off Town C',
    );
    expect(incidents.map(({ place, point }) => [place, point])).toEqual([
      ['Off Port A', [28.02, -13.78]],
      ['Near Town B', [41.27, 26.67]],
      ['Off Town C', [null, null]],
    ]);
    const swapped = await imported(
      'id,Date,pos\n1,2021-08-31,"120.5, 28.02"\n2,2021-08-30,"126.67, 41.27"\n3,2021-07-12,"112.5, 35.1"',
    );
    expect(swapped.incidents[0]?.point).toEqual([28.02, 120.5]);
  });
});

describe('two coordinates in a list of a JSON document', () => {
  const place = (lon: number, key: string) =>
    imported(
      JSON.stringify(
        [1, 2, 3].map((id) => ({ id, date: `2024-03-1${id + 3}`, [key]: [lon + id / 4, 10.25] })),
      ),
      'rows.json',
    );

  it('are asked about, but where a number or the name settles their order', async () => {
    expect((await place(20, 'position')).questions).toEqual(['coordinate-order']);
    const beyond = await place(120, 'position');
    expect([beyond.questions, beyond.incidents[0]?.point]).toEqual([[], [10.25, 120.25]]);
    const named = await place(20, 'lonlat');
    expect(named.questions).toEqual(['coordinate-order']);
    const parted = await place(20, 'lon_lat');
    expect([parted.questions, parted.incidents[0]?.point]).toEqual([[], [10.25, 20.25]]);
  });
});

describe('an Arabic file', () => {
  it('has its columns, its digits and its words for nobody', async () => {
    const { incidents, questions } = await imported(
      'التاريخ,المحافظة,المكان,نوع الحادث,الجهة المنفذة,القتلى,الجرحى\n٢٠٢٤/٠٣/١٢,محافظة أ,مدينة ب,قصف,جماعة س,٢,أكثر من ٥\n٢٠٢٤/٠٣/١٣,محافظة أ,قرية ج,تفجير,مجهول,٠,١\n٢٠٢٤/٠٤/٠٢,محافظة د,مدينة هـ,قصف,جماعة س,٣,',
    );
    expect(questions).toEqual([]);
    expect(incidents.map(({ type, who, killed, injured }) => [type, who, killed, injured])).toEqual([
      ['قصف', ['جماعة س: attributed'], '2 2 2', '6 - -'],
      ['تفجير', [], '0 0 0', '1 1 1'],
      ['قصف', ['جماعة س: attributed'], '3 3 3', NONE],
    ]);
  });
});

describe('rows that are claims', () => {
  const header = 'claim_id,event_id,attack_date,city,group_name,claim,url';

  it('of one event are one incident with all who claimed it', async () => {
    const { incidents, counts, notes } = await imported(
      `${header}\n1,901,2015-06-23,Port A,Front A,Claimed,https://a.org/1\n2,902,2017-01-14,Town B,Front A,Claimed,https://a.org/2\n3,901,2015-06-23,Port A,Front B,Suspected,https://a.org/3`,
    );
    expect(incidents.map(({ title, who, sources }) => [title, who, sources])).toEqual([
      [
        'Front A / Front B, Port A',
        ['Front A: claimed', 'Front B: suspected'],
        ['https://a.org/1', 'https://a.org/3'],
      ],
      ['Front A, Town B', ['Front A: claimed'], ['https://a.org/2']],
    ]);
    expect(counts).toMatchObject({ read: 3, incidents: 2, problems: 0, skipped: 1 });
    expect(notes).toEqual(['4 further-claim event_id: 901']);
  });

  it('on another day keep the first, and are told', async () => {
    const first = Array.from(
      { length: 12 },
      (_, at) =>
        `${at},9${Math.floor(at / 2)},2015-06-${20 + Math.floor(at / 2)},Port A,Front ${at},Claimed,`,
    );
    const { counts, notes } = await imported(
      `${header}\n${first.join('\n')}\n99,90,2016-01-30,Port A,Front Z,Claimed,`,
    );
    expect(counts).toMatchObject({ read: 13, incidents: 6, problems: 1, skipped: 6 });
    expect(notes).toContain('14 conflicting-row event_id: 90');
  });

  it('are none where rows that share an id are on different days', async () => {
    const { counts } = await imported(
      'event_id,date,group\n1,2015-06-23,Front A\n2,2015-06-24,Front B\n2,2015-07-30,Front C',
    );
    expect(counts).toMatchObject({ incidents: 2, problems: 1 });
  });
});

describe('drills and tests', () => {
  it.each([
    ['drill', 'no', 'yes'],
    ['is_test', '0', '1'],
    ['Exercise', 'false', 'TRUE'],
  ])('flagged in %s are out of scope, with the reason', async (name, real, flagged) => {
    const { incidents } = await imported(
      `id,date,place,${name}\n1,2024-03-01,Port A,${real}\n2,2024-03-02,Port A,${flagged}\n3,2024-03-13,Town B,${real}`,
    );
    expect(incidents.map(({ scope }) => scope)).toEqual(['in', `${name}: ${flagged}`, 'in']);
  });

  it('are not made of a column that flags every row or none', async () => {
    for (const flag of ['yes', 'no']) {
      const { incidents } = await imported(
        `id,date,place,drill\n1,2024-03-01,Port A,${flag}\n2,2024-03-02,Port A,${flag}`,
      );
      expect(incidents.map(({ scope }) => scope)).toEqual(['in', 'in']);
    }
  });
});
