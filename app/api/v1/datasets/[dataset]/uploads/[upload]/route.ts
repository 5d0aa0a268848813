import { deleteUpload, getUpload, headUpload, patchUpload } from '@/lib/server/uploads/upload-api';
import { uploadSettings } from '@/lib/server/uploads/upload-settings';

type Context = RouteContext<'/api/v1/datasets/[dataset]/uploads/[upload]'>;
type Handler = typeof getUpload;

const route = (handler: Handler) => async (request: Request, context: Context) => {
  const { dataset, upload } = await context.params;
  return handler(request, dataset, upload, await uploadSettings(process.env));
};

/** One upload: how it stands, where its bytes end, more bytes, its end. */
export const GET = route(getUpload);
export const HEAD = route(headUpload);
export const PATCH = route(patchUpload);
export const DELETE = route(deleteUpload);
/** These are only told which methods there are. */
export const POST = route(getUpload);
export const PUT = route(getUpload);
