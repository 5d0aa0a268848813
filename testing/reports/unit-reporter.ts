import type { Reporter, SerializedError, TestModule } from 'vitest/node';
import { whyOf, writeReport } from './report';

/** Reports on the unit tests: what was skipped, and what failed, errors that belong to no test included. */
export default class UnitReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const failed = modules.flatMap((module) => [
      ...module.errors().map((error) => ({ name: module.relativeModuleId, why: whyOf([error]) })),
      ...[...module.children.allSuites()].flatMap((suite) =>
        suite
          .errors()
          .map((error) => ({ name: `${module.relativeModuleId} > ${suite.fullName}`, why: whyOf([error]) })),
      ),
      ...[...module.children.allTests('failed')].map((test) => ({
        name: `${module.relativeModuleId} > ${test.fullName}`,
        why: whyOf(test.result().errors ?? []),
      })),
    ]);
    const apart = unhandled.map((error) => ({ name: 'an error outside of tests', why: whyOf([error]) }));
    const skipped = modules.flatMap((module) => [...module.children.allTests('skipped')]).length;
    writeReport({ skipped, reasons: [], failures: [...failed, ...apart] });
  }
}
