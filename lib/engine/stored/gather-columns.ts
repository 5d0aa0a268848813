import { pause } from '../../caches/pause';
import type { Gathering } from '../../store/incidents/batch-writer';
import type { IncidentTable, TableField } from '../../store/incidents/incident-table';
import { writeTable } from '../../store/incidents/parquet/write-table';
import { ColumnsOfBatches } from '../columnar/columns/columns-of-batches';
import { SHARED_MEMORY } from '../columnar/columns/values';
import { heldColumns } from '../columnar/stored/write-columns';
import { writeColumnsFile } from './columns-file';
import { firstAnswers } from './first-answers';
import { sentTable } from './sent-table';
import { ownFingerprint } from './stored-engine';
import { writeTableApart } from './write-table-apart';

/** What of columns is a table of incidents, as a file of them is written. */
function tableOf({ builder }: ColumnsOfBatches): IncidentTable {
  const { ids, parts, own } = builder.unordered();
  return { ids, part: (property) => parts[property], own };
}

/** What own fields are is said where all incidents have been gathered. */
function fieldsIn(own: IncidentTable['own']): readonly TableField[] {
  return [...own].map(([id, { values }]) => {
    const value = Array.from({ length: Math.min(values.length, 2) }, (_, code) => values.at(code)).at(-1);
    const kind = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'flag' : 'text';
    return { id, kind, many: typeof value === 'object' };
  });
}

/** Up to so many incidents, their columns are gathered in memory, 400 bytes each; those of more are made of the files of the revision. */
const MOST_GATHERED = 2_000_000;

/** So many incidents are worth a thread that writes them while their columns are made. */
const LARGE = 50_000;

/** Gathers the columns of a series while its incidents are hashed, and keeps them in a file. Of more than `most` it gathers none. */
export function gatherColumns(most = MOST_GATHERED, large = LARGE): Gathering {
  let gathered: ColumnsOfBatches | null = new ColumnsOfBatches(SHARED_MEMORY);
  let count = 0;
  return {
    add(batch) {
      count += batch.ids.length;
      if (count > most) return false;
      gathered?.add(batch);
      return true;
    },
    async write(path, fields) {
      if (gathered === null || count === 0) return false;
      const table = tableOf(gathered);
      const said = fields ?? fieldsIn(table.own);
      if (count < large) writeTable(path, table, said);
      else await writeTableApart(path, sentTable(table), said);
      return true;
    },
    drop() {
      gathered = null;
    },
    async keep(rest, { path, revision }) {
      if (gathered === null) return false;
      const { builder } = gathered;
      // What it took to gather them is no longer held.
      gathered = null;
      const columns = heldColumns(await builder.finish(rest, pause));
      const madeBy = await ownFingerprint();
      const about = revision.then((name) => ({ revision: name, madeBy }));
      await writeColumnsFile(path, () => ({ columns, about, answers: firstAnswers }), pause);
      return true;
    },
  };
}
