import { test } from 'vitest';
import { sail } from './voyage.ts';
import { mutants } from './mutants.ts';
test('x', async () => {
  for (const mutant of mutants) { const hit: string[] = [];
   for (let s=1;s<=40;s++) try { await sail(s,{mutant}) } catch(e:any) { hit.push(s+': '+(e.reason??e.stack).slice(0,90)); }
   console.log(mutant.name, hit.length, hit.slice(0,8).join('\n   '));
  }
});
