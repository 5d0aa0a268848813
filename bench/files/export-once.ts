/**
 * Exports invented rows in one format and prints what it took as one line of JSON:
 * `tsx bench/files/export-once.ts FORMAT ROWS SEED`. The bytes are counted and thrown away. `none` makes the rows alone: what
 * the others cannot go below.
 */

import { setImmediate } from 'node:timers/promises';
import { aboutExport } from '../../lib/export/formats/about-export';
import { EXPORT_FORMATS, exportStream } from '../../lib/export/formats/export-stream';
import { type IncidentRow, incidentRow } from '../../lib/export/formats/incident-row';
import type { ActorId, Estimate, Incident, IncidentId, Link } from '../../lib/series/model';
import { UNSAID } from '../../lib/series/unsaid';
import { parseEventDate } from '../../lib/time/edtf';
import { type Cell, incidentRows, type SynthRow } from '../synthetic/synth-rows';

/** Rows of a page, as the server asks for them. */
const PAGE = 10_000;

const text = (cell: Cell | undefined): string => String(cell ?? '');
const number = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null);

function estimate(row: SynthRow, at: number): Estimate {
  return { low: number(row[at]), best: number(row[at + 1]), high: number(row[at + 2]) };
}

function linkOf([, actor, relation, certainty, claimant, disputed]: SynthRow): Link {
  return {
    actor: text(actor) as ActorId,
    relation: text(relation) as Link['relation'],
    certainty: text(certainty) as Link['certainty'],
    claimant: text(claimant) === '' ? null : (text(claimant) as ActorId),
    disputedBy: text(disputed) === '' ? [] : [text(disputed)],
    ...{ outlet: null, date: null, sources: [] },
  };
}

function incidentOf(row: SynthRow, links: readonly SynthRow[]): Incident {
  const parsed = parseEventDate(text(row[1]));
  if (parsed.kind !== 'date') throw new Error(`${text(row[1])}: ${parsed.reason}`);
  return {
    id: text(row[0]) as IncidentId,
    date: parsed.date,
    title: text(row[2]),
    ...UNSAID,
    type: text(row[3]) as Incident['type'],
    regions: text(row[5]).split('|') as unknown as Incident['regions'],
    place: { name: 'A place', country: 'Nowhere', lat: 43.31, lon: 45.69, precision: null, note: null },
    links: links.map(linkOf),
    fatalities: estimate(row, 9),
    injured: estimate(row, 12),
    natureDisputed: row[8] === true,
    inScope: row[6] === true,
    initiator: text(row[7]) as Incident['initiator'],
    notes: text(row[15]),
  };
}

/** Rows differ by their ids alone past so many: making them must not take longer than writing them. */
const DIFFERENT = 20_000;

function differentRows(seed: number): readonly IncidentRow[] {
  return Array.from(incidentRows({ incidents: DIFFERENT, actors: 300, seed }), ({ incident, links }) => {
    const one = incidentOf(incident, links);
    return incidentRow({ incident: one, weight: 1, inLow: true, inBest: true, matched: [0] });
  });
}

async function* pagesOf(rows: number, made: readonly IncidentRow[]): AsyncGenerator<readonly IncidentRow[]> {
  for (let at = 0; at < rows; at += PAGE) {
    const from = at % DIFFERENT;
    const page = made.slice(from, from + Math.min(PAGE, rows - at));
    yield page.map((row, index) => ({ ...row, id: `incident-${at + index}` as IncidentId }));
    await setImmediate();
  }
}

const [format = 'none', rows = '1000000', seed = '1'] = process.argv.slice(2);
const pages = pagesOf(Number(rows), differentRows(Number(seed)));
const about = aboutExport({
  ...{ title: 'Invented', words: 'Incidents', publisher: 'Nobody', licence: 'CC0-1.0', rows: Number(rows) },
  ...{ revision: 'f'.repeat(64), published: '2024-01-01', url: 'https://example.org/', citation: 'Nobody' },
  ...{ sourcesUntil: null, fields: [] },
});
let [bytes, chunks, longest, late] = [0, 0, 0, 0];
let last = performance.now();
// How long others would have had to wait: the longest time between two turns of the event loop.
const watch = setInterval(() => {
  const now = performance.now();
  late = Math.max(late, now - last - 5);
  last = now;
}, 5);
const begun = performance.now();
const known = EXPORT_FORMATS.find((one) => one === format);
if (known === undefined) for await (const page of pages) bytes += page.length;
else {
  for await (const chunk of exportStream(known, pages, [], Number(rows), about)) {
    bytes += chunk.byteLength;
    chunks++;
    longest = Math.max(longest, chunk.byteLength);
  }
}
clearInterval(watch);
const seconds = (performance.now() - begun) / 1000;
const peak = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ seconds, bytes, chunks, longest, late, peak }));
