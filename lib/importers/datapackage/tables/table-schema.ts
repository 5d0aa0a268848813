import { parseDay } from '../../../time/day';
import type { FieldSchema } from '../descriptor';
import type { PackageCode } from '../package-codes';
import { matchesPattern } from './cell-pattern';

/** Why a cell breaks the schema of its field. */
export interface CellFault {
  readonly code: PackageCode;
  readonly reason: string;
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const INTEGER = /^[+-]?\d+$/;

/** The number a cell writes, as Table Schema reads one; null where it is none or cannot be held. */
export function readNumber(text: string): number | null {
  const number = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}

function typeFault(type: FieldSchema['type'], text: string): CellFault | null {
  if (type === 'integer' && (!INTEGER.test(text) || !Number.isSafeInteger(Number(text)))) {
    return { code: 'not-an-integer', reason: 'not a whole number' };
  }
  if (type === 'number' && readNumber(text) === null) return { code: 'not-a-number', reason: 'not a number' };
  if (type === 'boolean' && text !== 'true' && text !== 'false') {
    return { code: 'not-a-boolean', reason: 'neither true nor false' };
  }
  if (type === 'date' && parseDay(text) === null) {
    return { code: 'not-a-day', reason: 'not a day that exists, written YYYY-MM-DD' };
  }
  return null;
}

function boundFault(
  text: string,
  minimum: number | undefined,
  maximum: number | undefined,
): CellFault | null {
  const number = readNumber(text);
  if (number === null) return null;
  if (minimum !== undefined && number < minimum) return { code: 'too-small', reason: `below ${minimum}` };
  if (maximum !== undefined && number > maximum) {
    return { code: 'too-large-number', reason: `above ${maximum}` };
  }
  return null;
}

/** Checks one cell against its field: emptiness, type, enum, pattern (the whole cell) and bounds. */
export function checkCell({ type, constraints = {} }: FieldSchema, text: string): CellFault | null {
  if (text === '') return constraints.required ? { code: 'required', reason: 'must be filled' } : null;
  const fault = typeFault(type, text);
  if (fault) return fault;
  if (constraints.enum && !constraints.enum.includes(text)) {
    return { code: 'not-in-enum', reason: `not one of ${constraints.enum.join(', ')}` };
  }
  if (constraints.pattern && !matchesPattern(constraints.pattern, text)) {
    return { code: 'pattern-mismatch', reason: `does not match ${constraints.pattern}` };
  }
  return boundFault(text, constraints.minimum, constraints.maximum);
}
