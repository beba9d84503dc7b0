// Simulated voyages: `npm run voyage -- --help` tells what it takes.
import { runBuilt } from './built.mjs';

await runBuilt('test', 'voyages', 'command', 'main.js');
