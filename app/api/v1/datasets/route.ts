import { listDatasets } from '@/lib/server/datasets-api';

export const dynamic = 'force-dynamic';

/** The datasets that there are. */
export function GET() {
  return listDatasets();
}
