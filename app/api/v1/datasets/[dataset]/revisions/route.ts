import { getRevisions } from '@/lib/server/uploads/revisions-list';
import { postRevision } from '@/lib/server/uploads/upload-api';
import { uploadSettings } from '@/lib/server/uploads/upload-settings';

type Context = RouteContext<'/api/v1/datasets/[dataset]/revisions'>;
type Handler = typeof getRevisions;

const route =
  (handler: Handler) =>
  async (request: Request, { params }: Context) =>
    handler(request, (await params).dataset, await uploadSettings(process.env));

/** What was published of a dataset, and how more is. */
export const GET = route(getRevisions);
export const POST = route(postRevision);
/** These are only told which methods there are. */
export const PUT = route(getRevisions);
export const PATCH = route(getRevisions);
export const DELETE = route(getRevisions);
