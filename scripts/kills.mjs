// Kill sweeps and real SIGKILLs: `npm run kills -- --help` tells what they take.
import { runBuilt } from './built.mjs';

await runBuilt('test', 'kills', 'command', 'main.js');
