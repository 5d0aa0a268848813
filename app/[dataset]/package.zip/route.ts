import { packageZip } from '@/lib/server/twins/package-zip';

/** The whole series of the address as a Data Package. */
export async function GET(request: Request, { params }: RouteContext<'/[dataset]/package.zip'>) {
  return packageZip(request, (await params).dataset);
}
