import { oembed } from '@/lib/server/embeds/oembed';

/** How a page may embed an address of this server. */
export function GET(request: Request) {
  return oembed(request);
}
