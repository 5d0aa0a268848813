import { describe, expect, it } from 'vitest';
import { FORMAT_CODES } from '../formats/errors/format-codes';
import { GUESS_CODES } from '../mapping/guess/guess-codes';
import { DATE_CODES } from '../mapping/row-dates/date-codes';
import { BUILD_CODES } from './build/build-codes';
import { PACKAGE_CODES } from './datapackage/package-codes';

describe('PROBLEM_CODES', () => {
  it('has no code twice, so that none means two things', () => {
    const tables = [PACKAGE_CODES, FORMAT_CODES, DATE_CODES, GUESS_CODES, BUILD_CODES];
    const codes = tables.flatMap((table) => Object.keys(table));
    expect(codes.filter((code, at) => codes.indexOf(code) < at)).toEqual([]);
  });
});
