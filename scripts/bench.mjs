// How Tandem does beside others, and how fast its parts are: `npm run bench`, `npm run bench:planner`, `npm run bench:api`.
import { runBuilt } from './built.mjs';

await runBuilt('bench', 'main.js');
