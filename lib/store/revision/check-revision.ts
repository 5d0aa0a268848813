import type { Incident } from '../../series/model';
import { parseEventDate } from '../../time/edtf';
import type { EventDate } from '../../time/event-date';
import { StoreError } from '../log/store-error';
import { checkFiles } from './checksums';
import { readHead, readIncidents } from './read-revision';
import { revisionHasher } from './revision-hash';

/** What the text of a date says of its days; what the file says of them must be the same. */
function sameDays(date: EventDate): boolean {
  const read = parseEventDate(date.edtf);
  if (read.kind !== 'date') return false;
  const fields = Object.keys(read.date) as (keyof EventDate)[];
  return fields.every((field) => JSON.stringify(read.date[field]) === JSON.stringify(date[field]));
}

function wrongDate({ date, links }: Incident): EventDate | undefined {
  return [date, ...links.flatMap((link) => link.date ?? [])].find((one) => !sameDays(one));
}

/**
 * Checks that the content of a revision is what its name promises, and that what follows from it (the days of a date)
 * does. Reads every incident. Throws a StoreError.
 */
export async function checkContent(dir: string, revision: string): Promise<void> {
  const head = await readHead(dir);
  const hasher = revisionHasher();
  for await (const batch of readIncidents(dir, head)) {
    hasher.add(batch);
    for (const incident of batch) {
      const wrong = wrongDate(incident);
      if (wrong === undefined) continue;
      throw new StoreError(
        dir,
        `the days of the date “${wrong.edtf}” of ${incident.id} are not those it means`,
      );
    }
  }
  if (hasher.finish(head.rest) === revision) return;
  throw new StoreError(dir, 'its content has been changed: it is not what its name promises');
}

/**
 * Checks a revision before it is used: its bytes by their hashes, where the log has these, else its content. Throws a
 * StoreError.
 */
export async function checkRevision(dir: string, revision: string, sums: string | undefined): Promise<void> {
  if (sums === undefined) await checkContent(dir, revision);
  else await checkFiles(dir, sums);
}
