import type { Config } from '../../config.js';

/** Where a mail leads: a screen of the portal, which decides nothing by being opened. */
export function portalLink(config: Config, screen: 'services' | 'activation' | 'administration'): string {
  return new URL(`/#/${screen}`, config.publicUrl).href;
}
