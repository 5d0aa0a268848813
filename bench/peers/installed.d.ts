// The peers are installed by the bench, beside the pages that it bundles.
declare module 'crossfilter2';
declare module 'arquero';
declare module '@uwdata/mosaic-core';
declare module '@uwdata/mosaic-sql';
declare module '@duckdb/duckdb-wasm';
