import { formatNumber } from './figures';

const KILO = 1_000;
const MEGA = 1_000_000;

/** A number of bytes as people read it: `0.3 kB`, `12 kB`, `3.4 MB`; up to a megabyte in kB. */
export function formatBytes(bytes: number): string {
  const [size, unit] = bytes < MEGA ? [bytes / KILO, 'kB'] : [bytes / MEGA, 'MB'];
  const shown = size < 10 ? size : Math.floor(size);
  return `${formatNumber(shown)} ${unit}`;
}
