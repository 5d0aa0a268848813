import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySeries } from '../../../testing/series/arbitrary-series';
import { incident } from '../../../testing/series/hand-made';
import type { Incident } from '../../series/model';
import { type CodedBatch, IncidentCoder } from '../../series/parts/coded-batch';
import { incidentText, linkText } from '../revision/canonical-text';
import { CanonicalTexts } from './canonical-texts';

/** The texts of incidents that come in batches, and these as they are kept. */
function written(incidents: readonly Incident[], size = 3, most = 1000) {
  const [coder, texts] = [new IncidentCoder(most, most), new CanonicalTexts()];
  const [canonical, batches]: [string[], CodedBatch[]] = [[], []];
  for (let at = 0; at < incidents.length; at += size) {
    const made = texts.of(structuredClone(coder.code(incidents.slice(at, at + size))));
    canonical.push(...made.canonical);
    batches.push(made.batch);
  }
  return { canonical, batches };
}

/** The texts of an incident and of its links. */
const named = (one: Incident) => [incidentText(one), ...one.links.map((link) => linkText(one, link))];

describe('the texts of a batch', () => {
  it('are those by which its incidents and their links are named', () => {
    fc.assert(
      fc.property(arbitrarySeries(12), ({ incidents }) => {
        const { canonical } = written(incidents);
        expect(canonical.toSorted()).toEqual(incidents.flatMap(named).toSorted());
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
    expect(written(many, 10, 60).canonical).toEqual(many.flatMap(named));
  });

  it.each(['"', '\\', '\n', '\u0000', '\u2028', '\ud83d\ude00', '\ud800', '},{"id":'])(
    'keep %j in texts as it is, or as no character at all',
    (text) => {
      const notes = `a${text}b`;
      const held = Buffer.from(notes).toString();
      const given = incident(notes, '2020', [], { notes, title: notes });
      const { canonical, batches } = written([given]);
      expect(canonical).toEqual(named({ ...given, id: held as Incident['id'], notes: held, title: held }));
      expect(batches[0]!.ids).toEqual([held]);
      expect(batches[0]!.columns.find(({ name }) => name === 'notes')!.values).toEqual([held]);
    },
  );

  it('refuse a number that is none', () => {
    const estimate = { low: null, best: Number.NaN, high: null };
    expect(() => written([incident('x', '2020', [], { fatalities: estimate })])).toThrow('NaN');
  });
});
