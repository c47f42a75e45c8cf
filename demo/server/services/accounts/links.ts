import type { Config } from '../../config.js';

/** Where a mail leads someone who has an account. */
export function signInUrl(config: Pick<Config, 'publicUrl'>): string {
  return `${config.publicUrl}/pages/connexion.html`;
}
