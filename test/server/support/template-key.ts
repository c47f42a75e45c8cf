import { createHash } from 'node:crypto';
import { embeddedVersion } from '../../../demo/server/directory/embedded-data.js';
import { migrations } from '../../../demo/server/store/migrations/index.js';

/** Changes whenever a prepared database would be another. */
export function templateKey(): string {
  const hash = createHash('sha256').update(embeddedVersion());
  for (const { id, sql } of migrations) hash.update(id).update(sql);
  return hash.digest('hex').slice(0, 12);
}
