import type { Engine } from '../../query/engine';
import { askFieldFacts } from '../../query/info/field-facts';
import { loadInfo } from '../../query/info/load-info';
import { answerPlan } from '../../query/plan/answers';
import { planView } from '../../query/plan/plan';
import type { Query } from '../../query/query';
import type { ResultOf } from '../../query/result';
import { defaultView } from '../../view/keys';
import { columnarEngine } from '../columnar/columnar-engine';
import type { Columns } from '../columnar/columns/columns';
import type { StoredAnswers } from '../columnar/stored/stored-columns';

/** What every opening asks of a series, its page without a filter, and the page about it: answers that are kept with the columns, by query. */
export async function firstAnswers(columns: Columns): Promise<ReadonlyMap<string, unknown>> {
  const engine = columnarEngine(columns);
  const { sources: _, ...guide } = columns.series;
  // A field of many values is put in order for it, by ranks that may be at hand from before.
  const ofFields = new Map<string, unknown>();
  await askFieldFacts(noting(engine, ofFields), guide.fields, columns.size);
  const ofPages = new Map<string, unknown>();
  const asked = noting(engine, ofPages);
  const info = await loadInfo(asked, { guide, revision: '', published: '', incidents: columns.size });
  await answerPlan(asked, planView(defaultView(guide.meta.id, info.standard), info));
  return new Map([...ofPages, ...ofFields]);
}

/** The same engine, whose answers are put among others, by query. */
function noting(engine: Engine, answers: Map<string, unknown>): Engine {
  return {
    ...engine,
    async run(query, signal) {
      const answer = await engine.run(query, signal);
      answers.set(JSON.stringify(query), answer);
      return answer;
    },
  };
}

/** The same engine, which knows some answers beforehand. */
export function knowing(engine: Engine, answers: StoredAnswers): Engine {
  return {
    ...engine,
    async run<Q extends Query>(query: Q, signal?: AbortSignal) {
      signal?.throwIfAborted();
      const known = answers(query);
      return known === null ? engine.run(query, signal) : (known as ResultOf<Q>);
    },
  };
}
