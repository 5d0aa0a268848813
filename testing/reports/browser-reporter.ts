import type { FullConfig, Reporter, Suite, TestCase, TestError } from '@playwright/test/reporter';
import { whyOf, writeReport } from './report';

const nameOf = (test: TestCase) => test.titlePath().filter(Boolean).join(' > ');
const reasonOf = (test: TestCase) =>
  test.annotations.flatMap(({ type, description }) =>
    type === 'skip' ? [description ?? 'no reason given'] : [],
  );

/** Reports on the browser tests: what was skipped and why, and what failed, errors that belong to no test included. */
export default class BrowserReporter implements Reporter {
  #suite: Suite | null = null;
  #errors: TestError[] = [];

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#suite = suite;
  }

  onError(error: TestError): void {
    this.#errors.push(error);
  }

  onEnd(): void {
    const tests = this.#suite?.allTests() ?? [];
    const skipped = tests.filter((test) => test.outcome() === 'skipped');
    const failed = tests
      .filter((test) => test.outcome() === 'unexpected')
      .map((test) => ({ name: nameOf(test), why: whyOf(test.results.flatMap(({ errors }) => errors)) }));
    const apart = this.#errors.map((error) => ({ name: 'an error outside of tests', why: whyOf([error]) }));
    writeReport({
      skipped: skipped.length,
      reasons: [...new Set(skipped.flatMap(reasonOf))],
      failures: [...failed, ...apart],
    });
  }
}
