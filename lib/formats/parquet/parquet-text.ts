import { type Day, formatDay } from '../../time/day';

const PER_DAY = { MILLIS: 86_400_000n, MICROS: 86_400_000_000n, NANOS: 86_400_000_000_000n } as const;
const DIGITS = { MILLIS: 3, MICROS: 6, NANOS: 9 } as const;

/** Parts of a second, as Parquet counts them. */
export type TimeUnit = keyof typeof PER_DAY;

/** A moment since 1970 as `YYYY-MM-DDThh:mm:ss`, with a fraction where it has one. */
export function momentText(value: bigint, unit: TimeUnit): string {
  const perDay = PER_DAY[unit];
  let rest = value % perDay;
  if (rest < 0n) rest += perDay;
  return `${formatDay(Number((value - rest) / perDay) as Day)}T${clockText(rest, unit)}`;
}

/** A time of day as `hh:mm:ss`, with a fraction where it has one. */
export function clockText(value: bigint, unit: TimeUnit): string {
  const perSecond = PER_DAY[unit] / 86_400n;
  const seconds = Number(value / perSecond);
  const fraction = String(value % perSecond)
    .padStart(DIGITS[unit], '0')
    .replace(/0+$/, '');
  const two = (part: number) => String(part).padStart(2, '0');
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return fraction === '' ? clock : `${clock}.${fraction}`;
}

/** A day since 1970. */
export function dayText(days: number): string {
  return formatDay(days as Day);
}

/** A whole number of some power of ten, exactly, without zeros at the end of its fraction. */
export function decimalText(unscaled: bigint, scale: number): string {
  if (scale <= 0) return String(unscaled * 10n ** BigInt(-scale));
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  const fraction = digits.slice(-scale).replace(/0+$/, '');
  const text = fraction === '' ? digits.slice(0, -scale) : `${digits.slice(0, -scale)}.${fraction}`;
  return unscaled < 0n ? `-${text}` : text;
}

/** The number that big-endian bytes in two's complement are. */
export function integerOf(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = value * 256n + BigInt(byte);
  return bytes.length > 0 && bytes[0]! >= 128 ? value - (1n << BigInt(bytes.length * 8)) : value;
}

/** A number of 32 bits at the fewest digits that give it back: 0.1, not 0.10000000149011612. */
export function floatText(value: number): string {
  if (!Number.isFinite(value)) return '';
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return numberText(short);
  }
  return numberText(value);
}

/** A number at its shortest; NaN and the infinities are empty. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  return value === 0 ? '0' : String(value);
}

/** Bytes as text where they are UTF-8, else in hexadecimal. */
export function bytesText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
}
