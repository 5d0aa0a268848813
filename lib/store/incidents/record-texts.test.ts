import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySeries } from '../../../testing/series/arbitrary-series';
import { incident } from '../../../testing/series/hand-made';
import type { Incident } from '../../series/model';
import { incidentText, linkText } from '../revision/canonical-text';
import { withSortedLinks } from '../revision/row-order';
import { IncidentCoder } from './coded-batch';
import { fromRecord, type IncidentRecord } from './incident-record';
import { RecordTexts } from './record-texts';

/** The texts of incidents that come in batches. */
function written(incidents: readonly Incident[], size = 3, most = 1000) {
  const [coder, texts] = [new IncidentCoder(most), new RecordTexts()];
  const [records, canonical]: [string[], string[]] = [[], []];
  for (let at = 0; at < incidents.length; at += size) {
    const made = texts.of(structuredClone(coder.code(incidents.slice(at, at + size))));
    records.push(...made.records);
    canonical.push(...made.canonical);
  }
  return { records, canonical };
}

describe('the texts of a batch', () => {
  it('are read back as the incidents it was made of, with links in order, and name what they name', () => {
    fc.assert(
      fc.property(arbitrarySeries(12), ({ incidents }) => {
        const { records, canonical } = written(incidents);
        const read = records.map((text) => fromRecord(JSON.parse(text) as IncidentRecord));
        expect(read).toEqual(incidents.map(withSortedLinks));
        const named = read.flatMap((one) => [
          incidentText(one),
          ...one.links.map((link) => linkText(one, link)),
        ]);
        expect(canonical.toSorted()).toEqual(named.toSorted());
      }),
      { numRuns: 100 },
    );
  });

  it('are the same when values are forgotten on the way', () => {
    const own = { colour: 'grün', size: 3 } as Incident['own'];
    const many = Array.from({ length: 900 }, (_, at) =>
      incident(`i${at}`, '2020', [], {
        title: `${at % 80}`,
        notes: `note ${at}`,
        own: at % 7 === 0 ? {} : own,
      }),
    );
    const read = written(many, 10, 60).records.map((text) => JSON.parse(text) as IncidentRecord);
    const told = ({ id, title, notes, own }: Pick<Incident, 'id' | 'title' | 'notes' | 'own'>) =>
      [id, title, notes, own.size, own.colour].join();
    expect(read.map((record) => told(fromRecord(record)))).toEqual(many.map(told));
  });

  it.each(['"', '\\', '\n', '\u0000', '\u2028', '\ud83d\ude00', '\ud800', '},{"id":'])(
    'keep %j in texts as it is, or as no character at all',
    (text) => {
      const notes = `a${text}b`;
      const { records, canonical } = written([incident(notes, '2020', [], { notes, title: notes })]);
      const record = JSON.parse(records[0]!) as IncidentRecord;
      expect(record.notes).toBe(Buffer.from(notes).toString());
      expect([record.title, record.id]).toEqual([record.notes, record.notes]);
      expect(canonical[0]).toBe(incidentText(fromRecord(record)));
    },
  );

  it('refuse a number that is none', () => {
    const estimate = { low: null, best: Number.NaN, high: null };
    expect(() => written([incident('x', '2020', [], { fatalities: estimate })])).toThrow('NaN');
  });
});
