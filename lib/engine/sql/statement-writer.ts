import type { Dialect, ValueType, ValueTypes } from './dialect';
import type { BoundValue, Statement } from './statement';

/**
 * A statement while it is written: the words of its database, and the values that its text reads so far. No text that a
 * reader or a file gave ever becomes SQL; it is bound.
 */
export class StatementWriter {
  private readonly values: Record<string, BoundValue> = {};
  constructor(readonly dialect: Dialect) {}

  /** The SQL for a value that is bound. One name stands for one value, however often the statement reads it. */
  bind<T extends ValueType>(name: string, type: T, value: ValueTypes[T]): string {
    this.values[name] = { type, value } as BoundValue;
    return this.dialect.parameter(name, type);
  }

  /** The statement of some table expressions and a last SELECT. */
  finish(ctes: readonly string[], select: string): Statement {
    const sql = ctes.length === 0 ? select : `WITH ${ctes.join(',\n')}\n${select}`;
    return { sql, values: this.values };
  }
}
