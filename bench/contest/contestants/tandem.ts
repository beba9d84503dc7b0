// Tandem as it is shipped: the embedded store on a folder, the doors over real connections, the engine's own run.

import { readServerSettings } from '../../../src/app/config.ts';
import { openHome } from '../../../src/app/home.ts';
import { ordinaryRun } from '../../../src/engine/workshop.ts';
import { startPoll, startSync } from '../../../src/service/home.ts';
import type { Open } from './contestant.ts';
import { settingsOfDocument } from '../../../test/support/settings.ts';

export const openTandem: Open = async (folder) => {
  const server = readServerSettings({ TANDEM_DATA_DIR: folder, TANDEM_ALLOW_PRIVATE_HOSTS: '1' });
  const opened = await openHome(server, folder);
  if ('heldBy' in opened) throw new Error('bench: the folder is held');
  return {
    run: async (access, asks) => {
      if (asks === 'poll' && (await startPoll(opened.home, settingsOfDocument(access.document)))) return;
      const report = await startSync(
        opened.home,
        settingsOfDocument(access.document),
        ordinaryRun,
        () => undefined,
      );
      if (report === 'busy') throw new Error('bench: another run is in progress');
      const isWell = report.run.status.startsWith('done');
      if (!isWell) throw new Error(`bench: Tandem's run ended as ${JSON.stringify(report.run)}`);
    },
    close: opened.close,
  };
};
