import { describe, expect, it } from 'vitest';
import { blobSource } from '../../formats/source/byte-source';
import type { Mapping } from '../../mapping/mapping';
import { type ExaminedTable, examine } from '../run/import-file';
import { reportColumns } from './report-columns';

async function examined(text: string): Promise<ExaminedTable> {
  const found = await examine(blobSource(new Blob([text]), 'events.csv'));
  if (found.kind !== 'table') throw new Error(found.kind);
  return found;
}

async function reported(text: string, change: Partial<Mapping> = {}) {
  const { survey, proposal } = await examined(text);
  const mapping = { ...proposal.mapping!, ...change };
  return reportColumns(survey.columns, mapping, { kind: 'guessed', reasons: proposal.reasons });
}

const ROWS = 'event_date,suspects,killed,zip,blank\n2021-02-03,North,1,q,\n2021-02-25,South,,r,\n';

describe('the report of columns', () => {
  it('names every column of the file, in its order, and what became of it', async () => {
    const columns = await reported(ROWS);
    expect(columns.map(({ column, outcome }) => [column, outcome])).toEqual([
      ['event_date', 'used'],
      ['suspects', 'used'],
      ['killed', 'used'],
      ['zip', 'kept'],
      ['blank', 'empty'],
    ]);
    expect(columns[0]).toMatchObject({ fields: ['date'], meaning: 'The date of the incident.' });
    expect(columns[3]).toMatchObject({ fields: ['fields'], meaning: 'Kept as the field “Zip”: category.' });
    expect(columns[4]?.why).toContain('no filled cell');
  });

  it('says that parts of a date are parts of it', async () => {
    const rows = 'year,month,day,actor\n2021,2,3,North\n2022,11,4,South\n2023,5,28,North\n';
    const meanings = (await reported(rows)).map(({ fields, meaning }) => [fields[0], meaning]);
    expect(meanings.slice(0, 3)).toEqual([
      ['date', 'The year of the incident.'],
      ['date', 'The month of the incident.'],
      ['date', 'The day of the month of the incident.'],
    ]);
  });

  it('says that a column of years is what dates are checked by, and leaves it free', async () => {
    const columns = await reported('date,year,place\n2021-02-03,2021,x\n2022-03-04,2022,y\n');
    expect(columns[1]).toMatchObject({ column: 'year', outcome: 'kept', fields: ['fields'] });
    expect(columns[1]?.why).toContain('the year of each date is checked by it');
  });

  it('says which parts of a date are those of its end, and which is a week', async () => {
    const ends =
      'startday,startmonth,startyear,endday,endmonth,endyear\n15,1,1990,16,1,1990\n1,2,1990,1,2,1990\n';
    expect((await reported(ends)).map(({ meaning }) => meaning)).toEqual([
      'The day of the month of the incident.',
      'The month of the incident.',
      'The year of the incident.',
      'The day of the month on which the incident ended.',
      'The month in which the incident ended.',
      'The year in which the incident ended.',
    ]);
    const weeks = await reported('Year,ISO Week,place\n2024,12,x\n2024,13,y\n');
    expect(weeks[1]?.meaning).toBe('The week of ISO 8601 of the incident.');
  });

  it.each([
    ['attributed', 'read as “attributed”: the column says who did it, not that they said so themselves'],
    ['suspected', 'read as “suspected”: the column names suspects'],
  ] as const)('says that actors are read as %s, and why', async (relation, words) => {
    const actor = { column: 'suspects', separator: null, certainty: { fixed: 'certain' } } as const;
    const columns = await reported(ROWS, { actors: [{ ...actor, relation: { fixed: relation } }] });
    expect(columns[1]?.why).toContain(words);
  });

  it('says by which column actors are read with one relation or another', async () => {
    const rule = { column: 'zip', values: { q: 'claimed' }, otherwise: 'attributed' } as const;
    const actors = [
      { column: 'suspects', separator: null, certainty: { fixed: 'certain' }, relation: rule } as const,
    ];
    const columns = await reported(ROWS, { actors });
    expect(columns[1]?.why).toContain('read as “claimed” or “attributed”, as the column “zip” says');
    expect(columns[3]).toMatchObject({ outcome: 'used', fields: ['actors'], why: 'as the mapping says' });
  });

  it('gives the reason of the guess only for columns that the mapping reads as guessed', async () => {
    const columns = await reported(ROWS, {
      notes: ['zip'],
      fatalities: { low: null, best: null, high: null },
    });
    expect(columns[0]?.certainty).not.toBeNull();
    expect(columns[2]).toMatchObject({ outcome: 'kept', fields: ['fields'] });
    expect(columns[3]).toMatchObject({ fields: ['notes'], why: 'as the mapping says', certainty: null });
  });
});
