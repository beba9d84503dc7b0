// Builds the page into `dist-web`. Nothing is inlined: the server's content security policy allows no inline code.

import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The steps themselves, and the fields that nothing else has. */
const ofSteps =
  /\/src\/(steps|words\/steps-)|\/@floating-ui\/|\/components\/(Combobox|Select|MultiSelect|Radio|Pill|PillsInput|Popover|Floating|Switch|Textarea|ScrollArea)\//;

export default defineConfig({
  root: at('.'),
  base: '/',
  plugins: [react()],
  build: {
    outDir: at('../dist-web'),
    emptyOutDir: true,
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: {
      output: {
        // What several pages share comes in one piece instead of dozens of crumbs; what only the steps of set-up share
        // comes with the first of them, and not with the sign-in.
        codeSplitting: {
          groups: [
            { name: 'shared', minShareCount: 3, test: (id) => !ofSteps.test(id), priority: 2 },
            { name: 'steps', minShareCount: 3, test: ofSteps, priority: 1 },
          ],
        },
      },
    },
  },
});
