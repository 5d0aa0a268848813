import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySeries } from '../../../testing/series/arbitrary-series';
import { tinySeries } from '../../../testing/series/tiny-series';
import type { Incident } from '../../series/model';
import { incidentText, linkText, recordText } from './canonical-text';

/** What the library makes of an incident and of its links, as the hash of a revision is defined. */
function expected({ links, date, own, ...rest }: Incident): readonly string[] {
  const stated = Object.keys(own).length === 0 ? {} : { own };
  const pairs = [
    ['incidents', { ...rest, ...stated, date: date.edtf }],
    ...links.map(({ date: said, ...link }) => [
      'links',
      { ...link, incident: rest.id, date: said?.edtf ?? null },
    ]),
  ];
  return pairs.map((pair) => canonicalize(pair)!.normalize('NFC'));
}

function texts(incident: Incident): readonly string[] {
  return [incidentText(incident), ...incident.links.map((link) => linkText(incident, link))];
}

/** The same incident with every text replaced; ids and vocabularies too, for nothing here knows them. */
function withTexts(incident: Incident, next: () => string): Incident {
  const json = JSON.stringify(incident);
  return JSON.parse(json, (_, value) => (typeof value === 'string' ? next() : value)) as Incident;
}

describe('the canonical text', () => {
  it('is that of the canonicalize library for any series', () => {
    const property = fc.property(arbitrarySeries(10), ({ incidents }) => {
      for (const one of incidents) expect(texts(one)).toEqual(expected(one));
    });
    fc.assert(property, { numRuns: 40, seed: 20240624 });
  });

  it('is that of the canonicalize library whatever the texts hold', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"', '\\', '\u0000', '\u007f', '\u2028', 'e\u0301', 'ﬁ', '\ud800', '</script>', '\n'),
    );
    const [incident] = tinySeries().incidents;
    const property = fc.property(fc.infiniteStream(text), (stream) => {
      const changed = withTexts(incident!, () => stream.next().value ?? '');
      expect(texts(changed)).toEqual(expected(changed));
    });
    fc.assert(property, { numRuns: 300, seed: 20240624 });
  });

  it('is that of the canonicalize library for any numbers', () => {
    const number = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }));
    const [incident] = tinySeries().incidents;
    const property = fc.property(number, number, number, (low, best, high) => {
      const place = { ...incident!.place, lat: low, lon: high };
      const changed = { ...incident!, place, fatalities: { low, best, high } };
      expect(texts(changed)).toEqual(expected(changed));
    });
    fc.assert(property, { numRuns: 300, seed: 20240624 });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('is refused to %s', (best) => {
    const injured = { low: null, best, high: null };
    expect(() => incidentText({ ...tinySeries().incidents[0]!, injured })).toThrow('is not allowed');
    expect(() => recordText('x', { best })).toThrow('is not allowed');
  });
});
