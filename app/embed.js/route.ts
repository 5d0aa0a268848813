import { embedScript } from '@/lib/server/embeds/embed-script';

/** The script that sizes the frames of this server in somebody's page. */
export function GET(request: Request) {
  return embedScript(request);
}
