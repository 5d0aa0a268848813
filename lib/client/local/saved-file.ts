import { planListing } from '../../export/documents/listing';
import { MOST_SAVED } from '../../export/html/most-saved';
import { type SaveInput, savedPage } from '../../export/html/save-page';
import { askForPicture } from '../../render/picture/picture-input';
import type { Incident } from '../../series/model';
import { statedText } from '../../series/stated';
import { dayInWords } from '../../time/format';
import type { View } from '../../view/view';
import { formatNumber } from '../../words/figures';
import type { HeldSeries } from './build-local';

/** Incidents that become rows at a time. */
const PAGE = 2_000;

/** What is saved: a view of the series that was read from `file`. */
export interface Saved {
  readonly view: View;
  readonly file: string;
  /** See `savePolicy`: it is made of hashes, which a page without https cannot make. */
  readonly policy: string;
  readonly today: string;
}

async function* incidentsOf({ engine, local }: HeldSeries, view: View): AsyncGenerator<readonly Incident[]> {
  for (let at = 0; ; at += PAGE) {
    const { rows } = await engine.run(planListing(view, local.info, at, PAGE));
    yield rows.map(({ incident }) => incident);
    if (rows.length < PAGE) return;
  }
}

/** A view of a series in memory as one page that opens from a disk, as servers make them. It has no address to go back to. */
export async function savedFile(held: HeldSeries, { view, file, policy, today }: Saved): Promise<Blob> {
  const { engine, local, sources } = held;
  const { total } = await engine.run(planListing(view, local.info, 0, 1));
  if (total > MOST_SAVED) {
    throw new Error(
      `One page can hold ${formatNumber(MOST_SAVED)} incidents; this view has ${formatNumber(total)}. Narrow it, or save them as CSV.`,
    );
  }
  const { meta } = local.info.guide;
  const publisher = statedText(meta.publisher);
  const input: SaveInput = {
    ...(await askForPicture(engine, view, local.info)),
    policy,
    origin: `Read from the file “${file}” in a browser on ${dayInWords(today)}.`,
    url: null,
    citation: `${publisher === null ? '' : `${publisher}. `}${meta.title}.`,
    sources,
    matched: total,
  };
  const parts: string[] = [];
  for await (const part of savedPage(input, incidentsOf(held, view))) parts.push(part);
  return new Blob(parts, { type: 'text/html;charset=utf-8' });
}
