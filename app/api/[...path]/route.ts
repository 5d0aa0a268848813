import { noService } from '@/lib/server/api/datasets-api';

/** Anything under /api that is no service. */
export function GET(request: Request) {
  return noService(request);
}
