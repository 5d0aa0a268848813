import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { ProblemCode } from '../../export/documents/problem-codes';
import type { ProblemDetail } from '../../export/documents/problem-document';
import { DESCRIPTOR_FILE } from '../../importers/datapackage/descriptor';
import type { DatasetId } from '../../series/model';
import { isDatasetId } from '../../store/log/layout';
import { problemResponse } from '../http/respond';
import { refuse } from '../requests/guard';
import type { ImportOrder } from './import-job';
import { mayPublish } from './may-publish';
import type { UploadSettings } from './upload-settings';

/** What a request cannot be answered with. `headers` go with the answer. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly headers: Readonly<Record<string, string>> = {},
    readonly errors: readonly ProblemDetail[] = [],
  ) {
    super(detail);
  }
}

/** Answers with what `answer` makes of a request, or with the problem document of a {@link RequestRefused}. */
export async function answering(request: Request, answer: () => Promise<Response>): Promise<Response> {
  try {
    const { pathname, search } = new URL(request.url);
    const refusal = refuse(request.method, pathname, search);
    if (refusal) {
      const headers: Record<string, string> = refusal.allow ? { allow: refusal.allow } : {};
      throw new RequestRefused(refusal.code, refusal.detail, headers);
    }
    return await answer();
  } catch (error) {
    if (request.signal.aborted) return new Response(null, { status: 499 });
    const known = error instanceof RequestRefused ? error : null;
    if (!known) console.error(error);
    const { code = 'internal-error', detail = 'The log of the server says more.' } = known ?? {};
    const response = problemResponse(request, code, detail, known?.errors);
    for (const [name, value] of Object.entries(known?.headers ?? {})) response.headers.set(name, value);
    return response;
  }
}

/** Throws unless the request may change the store. */
export function permit(request: Request, { token }: UploadSettings): void {
  if (mayPublish(request.headers, token)) return;
  const detail =
    'Send the token of this server as “Authorization: Bearer …”. It stands in the file “token” of the store, unless ANNALS_TOKEN sets another.';
  throw new RequestRefused('wrong-token', detail, { 'www-authenticate': 'Bearer' });
}

/** The dataset that an upload is for. Throws where it cannot be one, or is that of a bundled package. */
export async function uploadTarget(dataset: string, { data }: UploadSettings): Promise<DatasetId> {
  if (!isDatasetId(dataset)) {
    const detail = 'A dataset’s id is lower-case letters, digits and hyphens, and no name of a route.';
    throw new RequestRefused('bad-dataset-id', detail);
  }
  const names = await readdir(join(/* turbopackIgnore: true */ data, dataset)).catch(() => []);
  if (!names.some((name) => name === DESCRIPTOR_FILE || name.endsWith('.csv'))) return dataset;
  const detail = `“${dataset}” is made from the package in the data folder, and would be again at the next start. Choose another id, or change the package.`;
  throw new RequestRefused('bundled-dataset', detail);
}

/** A name of a file as a client says it: no path, no control characters, at most 200. */
export function fileName(text: string | null): string {
  const last = (text ?? '').split(/[/\\]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const plain = last.replace(/[\u0000-\u001f\u007f-\u009f]/g, '').trim();
  if (plain !== '' && plain !== '.' && plain !== '..' && plain.length <= 200) return plain;
  const detail = 'Say what the file is called, with its ending: “?name=events.csv”, at most 200 characters.';
  throw new RequestRefused('bad-upload', detail);
}

const answer = z.string().min(1).max(500);
const order = z.strictObject({
  upload: z.string(),
  mapping: z.record(z.string(), z.unknown()).nullable().default(null),
  answers: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), answer).default({}),
  title: z.string().min(1).max(500).nullable().default(null),
  dryRun: z.boolean().default(false),
});

const MOST_ORDER_BYTES = 4_000_000;

async function smallText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MOST_ORDER_BYTES) {
      throw new RequestRefused('upload-too-large', `An order may have ${MOST_ORDER_BYTES} bytes.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestRefused('bad-upload', 'The body is not JSON.');
  }
}

/** The order to import an upload, from the body of a request. */
export async function readOrder(request: Request): Promise<ImportOrder & { readonly upload: string }> {
  const read = order.safeParse(parseJson(await smallText(request)));
  if (read.success) return read.data;
  const errors = read.error.issues.slice(0, 20).map(({ path, message }) => ({
    ...{ key: path.join('.'), value: '', code: 'bad-upload', message },
  }));
  const detail =
    'The body must be {"upload", "mapping", "answers", "title", "dryRun"}; all but “upload” may be left out.';
  throw new RequestRefused('bad-upload', detail, {}, errors);
}

/** The order of a request whose body is the file itself: `answer=question=value` as often as needed, `title`, `dry-run`. */
export function orderOfQuery(params: URLSearchParams): ImportOrder {
  const answers = params.getAll('answer').map((text): [string, string] => {
    const at = text.indexOf('=');
    return [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
  });
  const dryRun = params.has('dry-run');
  const whole = { upload: '', answers: Object.fromEntries(answers), title: params.get('title'), dryRun };
  const read = order.safeParse(whole);
  if (read.success) return read.data;
  const detail = 'The query may have “name”, “title”, “dry-run” and “answer=question=value”.';
  throw new RequestRefused('bad-upload', detail);
}
