import { pino } from 'pino';
import { openDirectory } from '../../../demo/server/directory/open-directory.js';
import { openBoss } from '../../../demo/server/jobs/boss.js';
import type { Database } from '../../../demo/server/store/database.js';
import { migrate } from '../../../demo/server/store/migrate.js';

/** Everything that a server's first start writes, so that copies start in no time. */
export async function prepare(db: Database): Promise<void> {
  await migrate(db);
  await openDirectory({ kind: 'embedded', db });
  const boss = await openBoss(db, pino({ level: 'silent' }), false);
  await boss.stop({ graceful: false });
}
