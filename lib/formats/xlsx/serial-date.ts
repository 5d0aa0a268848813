import { type Day, formatDay, toDay } from '../../time/day';
import { numberText } from './cell-text';
import type { CellNumberKind } from './number-format';

const EPOCH_1900 = toDay(1899, 12, 31);
const EPOCH_1904 = toDay(1904, 1, 1);
/** 29 February 1900, which the 1900 system counts although it never was. */
const PHANTOM = 60;
const DAY_MS = 86_400_000;
/** 9999-12-31, the last day that Excel has, in the 1900 system. */
const LAST = 2_958_465;

const two = (value: number) => String(value).padStart(2, '0');

/**
 * The text of a number under a date format: `YYYY-MM-DD`, `YYYY-MM-DDThh:mm:ss` where it has a time or its format shows
 * one, `hh:mm:ss` for a time of day or a length of time. Serial 60 of the 1900 system is `1900-02-29`, as Excel shows it. A
 * number that is no date of Excel stays a number.
 */
export function serialText(raw: string, kind: CellNumberKind, is1904: boolean): string {
  const serial = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(serial) || serial < 0 || serial > LAST + 1)
    return numberText(raw);
  const ms = roundedMs(serial);
  if (kind === 'elapsed') return clock(ms);
  const days = Math.floor(ms / DAY_MS);
  const rest = ms - days * DAY_MS;
  if (kind === 'time' && days === 0) return clock(rest);
  const day = dayText(days, is1904);
  return rest === 0 && kind === 'date' ? day : `${day}T${clock(rest)}`;
}

function dayText(days: number, is1904: boolean): string {
  if (is1904) return formatDay((EPOCH_1904 + days) as Day);
  if (days === PHANTOM) return '1900-02-29';
  return formatDay((EPOCH_1900 + days - (days > PHANTOM ? 1 : 0)) as Day);
}

/** Milliseconds, or whole seconds where the serial is within the error of a binary fraction of them. */
function roundedMs(serial: number): number {
  const ms = Math.round(serial * DAY_MS);
  const whole = Math.round(ms / 1000) * 1000;
  return Math.abs(ms - whole) <= 1 ? whole : ms;
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const fraction = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`;
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${fraction}`;
}
