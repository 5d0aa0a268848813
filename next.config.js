/** @type {import('next').NextConfig} */
const config = {
  serverExternalPackages: ['@duckdb/node-api', '@resvg/resvg-js'],
  reactStrictMode: true,
  poweredByHeader: false,
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
  agentRules: false,
  experimental: { agentUpgrade: false },
};

export default config;
