import { describe, expect, test } from 'vitest';
import { ISSUE_CODES } from '../../view/view';
import { isProblemCode, PROBLEM_KINDS } from './problem-codes';
import { codeOfIssues, importDetails, problemDocument } from './problem-document';

describe('problemDocument', () => {
  test('has the members of RFC 9457 and the list of errors, and no others', () => {
    const error = { key: 'from', value: 'x', code: 'bad-value', message: 'No date.' };
    expect(problemDocument('bad-view', '/a/view.json', 'One key cannot be read.', [error])).toStrictEqual({
      type: '/problems/bad-view',
      title: 'The address cannot be used as it stands',
      status: 400,
      detail: 'One key cannot be read.',
      instance: '/a/view.json',
      errors: [error],
    });
  });

  test('always has a list of errors', () => {
    expect(problemDocument('unknown-dataset', '/x', 'No.').errors).toEqual([]);
  });
});

describe('problem codes', () => {
  test('cover every code that an issue of an address can have', () => {
    expect(ISSUE_CODES.filter((code) => !isProblemCode(code))).toEqual([]);
  });

  test('are told from what an object merely inherits', () => {
    expect(isProblemCode('constructor')).toBe(false);
  });

  test.each(Object.entries(PROBLEM_KINDS))(
    '%s has a status of an error, a title and a paragraph',
    (code, kind) => {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(kind.status).toBeGreaterThanOrEqual(400);
      expect(kind.title).toMatch(/^[A-Z].*[^.]$/);
      expect(kind.meaning).toMatch(/\.$/);
    },
  );
});

describe('codeOfIssues', () => {
  test.each([
    [['bad-value'], 'bad-view'],
    [['unknown-revision'], 'unknown-revision'],
    [['unknown-revision', 'unknown-revision'], 'unknown-revision'],
    [['unknown-incident', 'bad-value'], 'bad-view'],
    [['unknown-incident', 'unknown-revision'], 'bad-view'],
  ] as const)('%j together are %s', (codes, code) => {
    expect(codeOfIssues(codes.map((one) => ({ code: one })))).toBe(code);
  });
});

test('a problem of an import says where it stands', () => {
  const problem = { code: 'bad-date', reason: 'not a date', value: 'x' };
  const keys = importDetails([
    { ...problem, file: 'incidents.csv', row: 12, column: 'date' },
    { ...problem, file: 'links.csv', row: null, column: null, value: null },
  ]);
  expect(keys.map(({ key, value }) => [key, value])).toEqual([
    ['incidents.csv:12:date', 'x'],
    ['links.csv', ''],
  ]);
});
