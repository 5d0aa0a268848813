import { catalogue } from '@/lib/server/catalogue/server-catalogue';
import { health } from '@/lib/server/running/health';

export const dynamic = 'force-dynamic';

/** Whether this server lives; with `?ready`, whether it can be asked, and why not. */
export function GET(request: Request) {
  return health(new URL(request.url).searchParams.has('ready'), catalogue());
}
