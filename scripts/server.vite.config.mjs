// Builds the server and its commands into `dist`. A command is over in a second or two: as hundreds of files, of Tandem and
// of the libraries that every command needs, it would spend half of its processor time on finding and reading them.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Beside the commands, what tests and scripts run with plain Node. */
const entries = ['app/main', 'app/keyring', 'store/embedded/lock', 'core/report/guides/pages'];

export default defineConfig({
  root,
  publicDir: false,
  // What every command needs, and what has to share one instance of it.
  ssr: {
    noExternal: [
      'fastest-levenshtein',
      'fastify-type-provider-zod',
      'kysely',
      'temporal-polyfill',
      'undici',
      'yaml',
      'zod',
    ],
  },
  build: {
    ssr: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`])),
      output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
});
