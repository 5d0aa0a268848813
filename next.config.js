/**
 * Addresses of two parts that have neither a page nor data. The route of the twins takes every address of two parts, and a
 * route cannot answer with a page, so these are sent where nothing is. Here and not in the proxy: where Next is told a host
 * to listen on, it takes a rewrite of the proxy for one to another server.
 */
const NOWHERE =
  '/:dataset((?!(?:api|problems|_next)/)[^/]+)/' +
  ':name((?!(?:about|changes|incidents|share|watch)$|.*[.](?:json|csv|ndjson|xlsx|geojson|parquet|zip|html|svg|png|atom)$)[^/]+)';

/** The path that everything lies below, `/annals`. Next writes it into what it builds. */
const BASE_PATH = process.env.ANNALS_BASE_PATH ?? '';

/** @type {import('next').NextConfig} */
const config = {
  basePath: BASE_PATH,
  env: { ANNALS_BASE_PATH: BASE_PATH },
  serverExternalPackages: ['@duckdb/node-api', '@resvg/resvg-js'],
  reactStrictMode: true,
  poweredByHeader: false,
  // Titles and descriptions stand in the head for every client: half of the sites that preview links do not look elsewhere.
  htmlLimitedBots: /.*/,
  // No page asks for pictures by the service that scales them, so it is closed.
  images: { unoptimized: true },
  turbopack: { root: import.meta.dirname },
  headers: () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
      ],
    },
    // Panels for other pages say in their policy who may frame them; nothing else may be framed.
    {
      source: '/((?!embed/).*)',
      headers: [{ key: 'X-Frame-Options', value: 'DENY' }],
    },
  ],
  rewrites: () => ({
    beforeFiles: [{ source: NOWHERE, destination: '/-/-/-/-' }],
  }),
  agentRules: false,
  experimental: { agentUpgrade: false },
};

export default config;
