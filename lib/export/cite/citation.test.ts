import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { describe, expect, it } from 'vitest';
import { type Citation, citeAsBibtex, citeAsCsl, citeAsText } from './citation';

const CITATION: Citation = {
  dataset: 'russia-militancy',
  publisher: 'Annals & Sons',
  title: 'Militant incidents in Russia',
  view: 'Attacks claimed by the Islamic State, 2017 – Mar 2024',
  revision: '0123456789abcdef'.repeat(4),
  published: '2024-06-24',
  licence: 'CC BY 4.0',
  asOf: null,
  url: 'https://example.org/russia-militancy?actor=islamic-state&r=0123456789ab',
  accessed: '2026-11-23',
};

const HOSTILE = '50 % of {all} $x_1$ \\write18{rm} #1 ~^ \u0007';

describe('a citation', () => {
  it('names publisher, series, view, revision, licence, address and day of access', () => {
    expect(citeAsText(CITATION)).toBe(
      'Annals & Sons (2024): Militant incidents in Russia. “Attacks claimed by the Islamic State, 2017 – Mar 2024.” Revision 0123456789ab of 24 Jun 2024, CC BY 4.0. https://example.org/russia-militancy?actor=islamic-state&r=0123456789ab (accessed 23 Nov 2026).',
    );
  });

  it('says as of when the sources speak, where the series does', () => {
    const citation = { ...CITATION, asOf: 'figures as published until Nov 2026' };
    expect(citeAsText(citation)).toContain(
      'Revision 0123456789ab of 24 Jun 2024, figures as published until Nov 2026, CC BY 4.0.',
    );
    for (const text of [citeAsBibtex(citation), citeAsCsl(citation)]) {
      expect(JSON.stringify(new Cite(text).data[0])).toContain(
        'Licence: CC BY 4.0; figures as published until Nov 2026',
      );
    }
  });

  // Read back by another library than ours.
  it.each([
    ['BibTeX', citeAsBibtex(CITATION)],
    ['CSL-JSON', citeAsCsl(CITATION)],
  ])('is read back from %s', (_, text) => {
    const [item] = new Cite(text).data;
    expect(item?.title).toBe(
      'Militant incidents in Russia: Attacks claimed by the Islamic State, 2017 – Mar 2024',
    );
    expect(item?.URL).toBe(CITATION.url);
    expect(JSON.stringify(item?.author)).toContain('Annals & Sons');
    expect(item?.issued['date-parts']?.[0]).toEqual([2024, 6, 24]);
  });

  it('keeps what LaTeX would take for a command as text', () => {
    const text = citeAsBibtex({ ...CITATION, title: HOSTILE, view: null });
    expect(text).not.toContain('\\write18{');
    expect(text).not.toContain('\u0007');
    expect(new Cite(text).data[0]?.title).toContain('50 % of {all} $x_1$');
  });
});
