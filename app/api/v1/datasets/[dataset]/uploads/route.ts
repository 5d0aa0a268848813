import { postUpload } from '@/lib/server/uploads/upload-api';
import { uploadSettings } from '@/lib/server/uploads/upload-settings';

type Context = RouteContext<'/api/v1/datasets/[dataset]/uploads'>;

/** Begins an upload; any other method is told which there are. */
async function answer(request: Request, { params }: Context) {
  return postUpload(request, (await params).dataset, await uploadSettings(process.env));
}

export { answer as DELETE, answer as GET, answer as HEAD, answer as PATCH, answer as POST, answer as PUT };
