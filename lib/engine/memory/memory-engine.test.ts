import { conformance } from '../conformance/conformance';
import { memoryEngine } from './memory-engine';
import { sharedParts } from './shared-parts';

conformance('memory', async (series) => memoryEngine(series));

conformance('memory over shared parts', async (series) =>
  memoryEngine({ ...series, incidents: series.incidents.map(sharedParts()) }),
);
