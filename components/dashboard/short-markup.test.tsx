import { JSDOM } from 'jsdom';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { shortMarkup } from './short-markup';

/** All elements, attributes and texts that a browser makes of markup, addresses as they lead from a page at `/series`. */
function read(markup: string): string {
  const { document } = new JSDOM(`<!DOCTYPE html><div>${markup}</div>`).window;
  for (const link of document.querySelectorAll('a'))
    link.setAttribute(
      'href',
      new URL(link.getAttribute('href') ?? '', 'https://annals.test/series?from=2010').href,
    );
  return document.body.innerHTML;
}

const PARTS = (
  <>
    <table className="a b">
      <thead>
        <tr>
          <th scope="col" />
          <th>Killed</th>
        </tr>
      </thead>
      <tbody>
        <tr data-index={0}>
          <td data-column="date" data-label="a &lt; b &gt; c">
            1 &lt; 2
          </td>
          <td>
            <ul>
              <li>one</li>
              <li>
                <ol>
                  <li>two</li>
                </ol>
              </li>
            </ul>
          </td>
        </tr>
        <tr>
          <td colSpan={2} />
        </tr>
      </tbody>
    </table>
    <dl>
      <dt>Title</dt>
      <dd title={'“a” "b" \'c\' `d` = e & f'}>Words</dd>
      <dt>Empty</dt>
      <dd />
    </dl>
    <select defaultValue="b/">
      <option value="a">A</option>
      <option value="b/">B</option>
    </select>
    <input name="q" value="/" readOnly />
    <br />
    <svg viewBox="0 0 10 10" aria-hidden="true">
      <path className="map/" d="M0,0h1" fill="a/" />
      <path d="M0 0" />
      <path />
      <rect width={4}>
        <title>Not searched</title>
      </rect>
      <rect width={2} height={3} data-empty="" />
      <g>
        <circle r={1} />
        <text>x</text>
        <a href="/series?a=1&amp;b=2">
          <title>What it is</title>
          <line x1={1} />
        </a>
      </g>
    </svg>
  </>
);

describe('markup in fewer characters', () => {
  it('is read as what React wrote', () => {
    const written = renderToStaticMarkup(PARTS);
    const short = shortMarkup(written, '/series', 'panel');
    expect(read(short)).toBe(read(written));
    expect(short.length).toBeLessThan(0.85 * written.length);
  });

  it('shortens no outline that is drawn by classes, shared or not, and none in a group that says how', () => {
    const d = `M0,0.5L${Array.from({ length: 60 }, (_, at) => `${(at * 3.25).toFixed(2)},${at % 7}.5`).join('L')}`;
    const line = (look: string) => `<path d="${d}"${look} fill="none" stroke="red"></path>`;
    const written = [
      `<svg>${line(' class="a"')}${line(' class="b"')}</svg>`,
      `<svg><g stroke="red"><path d="${d}" fill="blue"></path></g></svg>`,
      `<svg><g stroke-width="3"><g>${line('')}</g></g></svg>`,
    ];
    for (const one of written) {
      const short = shortMarkup(one, '/series', 'panel');
      expect(short).not.toContain('transform');
      expect(short).toContain(d);
    }
    const plain = `<svg><g stroke-width="3"></g>${line('')}</svg>`;
    expect(shortMarkup(plain, '/series', 'panel')).toContain('transform');
  });

  it('leaves out what is so without it, but not where a group around says otherwise', () => {
    const said = '<text text-anchor="start">a</text><line stroke-width="1"></line>';
    expect(shortMarkup(`<svg><g>${said}</g></svg>`, '/series', 'panel')).toBe(
      '<svg><g><text>a</text><line /></g></svg>',
    );
    const grouped = `<svg><g text-anchor="end" stroke-width="2">${said}</g></svg>`;
    expect(read(shortMarkup(grouped, '/series', 'panel'))).toBe(read(grouped));
  });

  it.each([
    '/series',
    '/series?',
    '/series?from=2010&to=2012&split=type#incidents',
    '/series?q=%22a%22&.weapon=x&lt=4&copy=1&amp;=2&index.from=1&lt.a=3&notit;=3&copy;x=1',
    '/series-two?from=2010',
    '/series/incidents?from=2010&to=2012',
    '/series/view.json',
    '/other?from=/series?a=1',
    'https://elsewhere.test/series?a=b&c',
    '#incidents',
    '',
  ])('leads to where it led: %s', (href) => {
    const written = renderToStaticMarkup(<a href={href}>There</a>);
    expect(read(shortMarkup(written, '/series', 'panel'))).toBe(read(written));
  });
});
