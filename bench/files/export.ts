/**
 * Times the export of invented rows to every format, each in a process of its own, and its peak memory beside that of
 * a tenth of the rows: `tsx bench/files/export.ts --rows 1000000 --seed 1 [--formats csv,parquet]`. `none` makes the rows
 * alone. `late` is the longest time that the process could answer nobody else.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';

interface Once {
  readonly seconds: number;
  readonly bytes: number;
  readonly late: number;
  readonly peak: number;
}

async function once(format: string, rows: number, seed: string): Promise<Once> {
  const script = join(import.meta.dirname, 'export-once.ts');
  const args = ['--import', 'tsx', script, format, String(rows), seed];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as Once;
}

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    formats: { type: 'string', default: 'none,csv,ndjson,geojson,xlsx,parquet' },
  },
});
const rows = Number(values.rows);
console.log(`${rows.toLocaleString('en')} rows, seed ${values.seed}`);
console.log('format        seconds      rows/s      MB out   peak MB   of a tenth   late ms');
for (const format of values.formats.split(',')) {
  const tenth = await once(format, Math.ceil(rows / 10), values.seed);
  const { seconds, bytes, late, peak } = await once(format, rows, values.seed);
  const cells = [
    seconds.toFixed(1).padStart(13),
    Math.round(rows / seconds)
      .toLocaleString('en')
      .padStart(12),
    (format === 'none' ? '' : (bytes / 1e6).toFixed(0)).padStart(12),
    (peak / 1e6).toFixed(0).padStart(10),
    (tenth.peak / 1e6).toFixed(0).padStart(13),
    late.toFixed(0).padStart(10),
  ];
  console.log(format.padEnd(8) + cells.join(''));
}
