import { PANELS } from '../../lib/export/html/embed-code';
import { TWIN_NAMES } from '../../lib/view/addresses/twin-names';

/** One address of each kind that a server with a series has, below a path, with the status that it answers. */
export async function startsOf(
  origin: string,
  base: string,
  series: string,
): Promise<Record<string, number>> {
  const home = `${base}/${series}`;
  const listed = await (await fetch(`${origin}${home}/incidents.json?limit=1`)).json();
  const incident = encodeURIComponent(listed.rows[0].id);
  const pages = [
    ...[base || '/', `${base}/methods`, `${base}/open`, `${base}/problems/not-found`],
    ...[
      home,
      `${home}/about`,
      `${home}/changes`,
      `${home}/watch`,
      `${home}/share`,
      `${home}/incidents/${incident}`,
    ],
    ...PANELS.map(({ id }) => `${base}/embed/${series}/${id}`),
    ...[`${base}/embed.js`, `${base}/api/v1/datasets`, `${base}/healthz`],
    ...TWIN_NAMES.map((name) => `${home}/${name}`),
  ];
  return {
    ...Object.fromEntries(pages.map((page) => [page, 200])),
    [`${base}/nothing-here`]: 404,
    [`${home}?r=0123456789ab`]: 404,
    [`${home}/incidents/nobody`]: 404,
    [`${home}/view.json?from=2017-13`]: 400,
    [`${base}/api/nothing`]: 404,
  };
}
