import { SIZER } from '@/lib/server/embeds';

/** The script that sizes the frames of this server in somebody's page. */
export function GET() {
  const headers = {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=3600',
    'access-control-allow-origin': '*',
  };
  return new Response(SIZER, { headers });
}
