const { resolve } = require('node:path');

/** How the import check finds `@/…`: the form is webpack's, the only one it reads. The app itself uses tsconfig.json. */
module.exports = {
  resolve: {
    alias: { '@': resolve(__dirname, '..') },
    extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.d.ts'],
  },
};
