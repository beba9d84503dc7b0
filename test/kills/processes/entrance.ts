// The entrance of the sweeps' own build: `bin/tandem` without making ready, so that every process runs the same sources
// whatever changes meanwhile.

import { main } from '../../../src/app/main.ts';

await main(process.argv.slice(2));
