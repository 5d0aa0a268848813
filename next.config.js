/** @type {import('next').NextConfig} */
const config = {
  serverExternalPackages: ['@duckdb/node-api'],
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  experimental: { agentUpgrade: false },
};

export default config;
