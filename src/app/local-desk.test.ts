// A holder of the data folder that ends in the middle of its answer.

import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../../test/support/stores.ts';
import { handOver } from './local-desk.ts';

test('half an answer is a fault that is told, not an answer', async () => {
  const path = join(tempFolder(), 'desk.sock');
  const server = createServer((socket) => {
    socket.write('{"kind":"hello"}\n');
    socket.once('data', () => socket.end('{"kind":"result","resu'));
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));

  const handed = handOver(path, { verb: 'issues' } as never, () => undefined);

  await expect(handed).rejects.toThrow('ended before it answered');
  server.close();
});
