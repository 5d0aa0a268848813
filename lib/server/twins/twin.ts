import type { ProblemCode } from '../../export/documents/problem-codes';
import type { ProblemDetail } from '../../export/documents/problem-document';
import type { DatasetId } from '../../series/model';
import type { OpenRequest } from '../requests/open-request';
import type { WorkKind } from '../work/fair-queue';

/** A request for a twin whose address is in order. */
export interface TwinRequest extends OpenRequest {
  /** The keys of the address, the twin's own among them. */
  readonly params: URLSearchParams;
}

/** What a twin says, or why it says nothing. */
export type TwinAnswer<Body> =
  | {
      readonly kind: 'answer';
      /** Made only if it is sent. */
      readonly body: () => Promise<Body>;
      readonly headers?: Readonly<Record<string, string>>;
      /** What the answer is made of where that is not one revision alone; `modified` is when it last changed, ISO 8601. */
      readonly madeOf?: { readonly revision: string; readonly modified?: string };
    }
  | {
      readonly kind: 'problem';
      readonly code: ProblemCode;
      readonly detail: string;
      readonly errors?: readonly ProblemDetail[];
    };

interface Described {
  /** The media type. */
  readonly type: string;
  /** Keys of the address that are not the view's. */
  readonly keys: readonly string[];
  /**
   * What becomes of it where the licence of the series keeps rows in: it is refused, or it leaves them out, or it is the
   * same, for figures are no rows. Whatever stands here, the request's revision has no rows to give.
   */
  readonly closed: 'refused' | 'without-rows' | 'same';
  /** Which kind of work it is: in the order of kinds requests are answered. */
  readonly work: WorkKind;
  /** Whether it is made of the revision that is shown alone, so that nothing need be made to know whether a client holds it. */
  readonly revisions: 'one' | 'several';
  /** What it may load and run where that is not what is said of all data; also of a 304, which takes the place of what was said. */
  readonly policy?: string;
  /** What makes the answer one that may be kept: any of these sets of keys, all of it in the address. None: never. */
  readonly frozenBy: readonly (readonly string[])[];
  /** The revision that a key of its own names where the address names none. */
  readonly pinned?: (dataset: DatasetId, params: URLSearchParams) => string | null;
}

/** One form in which a view is answered. `ranges`: parts of it can be fetched where the address names the revision. */
export type Twin = Described &
  (
    | {
        readonly ranges: true;
        readonly answer: (asked: TwinRequest) => Promise<TwinAnswer<ReadableStream<Uint8Array>>>;
      }
    | { readonly ranges: false; readonly answer: (asked: TwinRequest) => Promise<TwinAnswer<BodyInit>> }
  );

/** The header that gives a file its name: `<dataset>-<revision><ending>`. */
export function fileName(
  { dataset, revision }: OpenRequest,
  ending: string,
): { readonly 'content-disposition': string } {
  const name = `${dataset}-${revision.info.revision.slice(0, 12)}${ending}`;
  return { 'content-disposition': `attachment; filename="${name}"` };
}
