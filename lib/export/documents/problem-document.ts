import type { Problem } from '../../problems/problem';
import { sitePath } from '../../text/site-path';
import { PROBLEM_KINDS, type ProblemCode } from './problem-codes';

/** One thing that is wrong: a key of the address, or a place in a file or body. */
export interface ProblemDetail {
  readonly key: string;
  readonly value: string;
  readonly code: string;
  readonly message: string;
}

/** An error as RFC 9457 has it. `type` is the path of a page that explains the code. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The path that was asked for, without its query. */
  readonly instance: string;
  readonly errors: readonly ProblemDetail[];
}

/** The only maker of problem documents. `detail` is a sentence for the reader of this very answer. */
export function problemDocument(
  code: ProblemCode,
  instance: string,
  detail: string,
  errors: readonly ProblemDetail[] = [],
): ProblemDocument {
  const { title, status } = PROBLEM_KINDS[code];
  return { type: sitePath(`/problems/${code}`), title, status, detail, instance, errors };
}

/** Issues of an address as one problem: the code they share where they all do and it is not a plain 400. */
export function codeOfIssues(issues: readonly { readonly code: ProblemCode }[]): ProblemCode {
  const [first] = issues;
  if (!first || PROBLEM_KINDS[first.code].status === 400) return 'bad-view';
  return issues.every(({ code }) => code === first.code) ? first.code : 'bad-view';
}

/** Problems of an import as details: `incidents.csv:12:date`. */
export function importDetails(problems: readonly Problem[]): readonly ProblemDetail[] {
  return problems.map(({ file, row, column, value, code, reason }) => ({
    key: [file, row, column].filter((part) => part !== null).join(':'),
    value: value ?? '',
    code,
    message: reason,
  }));
}
