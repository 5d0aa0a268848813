// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { foundElsewhere, MarkWords, markedParts } from './mark-words';

/** The parts written with brackets around what is marked. */
function bracketed(text: string, words: readonly string[]): string {
  return markedParts(text, words)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');
}

describe('marking words', () => {
  it.each([
    ['Crocus City Hall', ['crocus'], '[Crocus] City Hall'],
    ['CROCUS crocus', ['cro'], '[CRO]CUS [cro]cus'],
    ['Café in Göttingen', ['cafe', 'gott'], '[Café] in [Gött]ingen'],
    ['Cafe\u0301 noir', ['cafe'], '[Cafe\u0301] noir'],
    ['e\u0301t', ['e'], '[e\u0301]t'],
    ['an o\ufb03ce', ['office'], 'an [o\ufb03ce]'],
    ['an o\ufb03ce', ['fi'], 'an o[\ufb03]ce'],
    ['😀 and 𝔐oscow 😀', ['moscow'], '😀 and [𝔐oscow] 😀'],
    ['İzmir', ['izmir'], '[İzmir]'],
    ['ΟΔΟΣ', ['οδος'], '[ΟΔΟΣ]'],
    ['aaa', ['aa'], '[aaa]'],
    ['Grozny, Grozny', ['gro', 'ozny'], '[Grozny], [Grozny]'],
    ['Нападение в Чечне', ['чечне'], 'Нападение в [Чечне]'],
    ['nothing here', ['absent'], 'nothing here'],
    ['nothing here', [''], 'nothing here'],
    ['', ['x'], ''],
  ])('cuts %s at %o', (text, words, expected) => {
    expect(bracketed(text, words)).toBe(expected);
  });

  it('loses no character', () => {
    const text = 'Naïve ﬁ 😀 e\u0301\u0323 Ǆ 가나다 ½';
    for (const word of ['i', 'e', 'd', '1', 'naive', '가']) {
      expect(
        markedParts(text, [word])
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }
  });

  it('renders the marks as mark elements and the rest as text', () => {
    const { container } = render(<MarkWords text="Shali and Grozny" words={['shali']} />);
    expect(container.textContent).toBe('Shali and Grozny');
    expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Shali']);
  });
});

describe('a match outside the title and the place', () => {
  it.each([
    [['crocus'], ['Crocus City Hall', 'Krasnogorsk'], false],
    [['krasno'], ['Crocus City Hall', 'Krasnogorsk'], false],
    [['crocus', 'amaq'], ['Crocus City Hall', 'Krasnogorsk'], true],
    [['amaq'], ['Crocus City Hall', null], true],
    [[], ['Crocus City Hall', null], false],
  ])('is told for %o in %o', (words, texts, expected) => {
    expect(foundElsewhere(words, texts)).toBe(expected);
  });
});
