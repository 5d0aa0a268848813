import { listDatasets } from '@/lib/server/api/datasets-api';

export const dynamic = 'force-dynamic';

/** The datasets that there are. */
export function GET() {
  return listDatasets();
}
