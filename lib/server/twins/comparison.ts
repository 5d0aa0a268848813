import { comparisonDocument, comparisonTable } from '../../export/documents/comparison-document';
import { writeCsv } from '../../export/formats/csv';
import { askForPicture } from '../../render/picture/picture-input';
import { fileName, type TwinAnswer, type TwinRequest } from './twin';

const inputOf = ({ revision: { engine, info }, view, signal }: TwinRequest) =>
  askForPicture(engine, view, info, signal);

/** comparison.json: what the panel and the picture of a comparison show, as data. */
export async function comparisonJson(asked: TwinRequest): Promise<TwinAnswer<string>> {
  return { kind: 'answer', body: async () => JSON.stringify(comparisonDocument(await inputOf(asked))) };
}

/** comparison.csv: the same as a table, a row a side. */
export async function comparisonCsv(asked: TwinRequest): Promise<TwinAnswer<string>> {
  const body = async () => writeCsv(comparisonTable(await inputOf(asked)));
  return { kind: 'answer', body, headers: fileName(asked, '-comparison.csv') };
}
