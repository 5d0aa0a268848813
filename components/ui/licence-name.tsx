import type { SeriesMeta } from '@/lib/series/model';
import { webAddress } from '@/lib/text/web-address';

/** The name of a licence, which leads to its text where that lies on the web. */
export function LicenceName({ licence }: Pick<SeriesMeta, 'licence'>) {
  const address = webAddress(licence.url);
  return address === null ? licence.name : <a href={address}>{licence.name}</a>;
}
