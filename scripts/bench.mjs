// How fast the parts are: `npm run bench:planner`.
import { runBuilt } from './built.mjs';

await runBuilt('bench', 'main.js');
