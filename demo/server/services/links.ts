import type { Config } from '../config.js';

function page(config: Config, name: string, parameters: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(parameters);
  return `${config.publicUrl}/pages/${name}.html${query.size ? `?${query}` : ''}`;
}

/** Screens of the portal that mails lead to; opening one decides nothing, and shows nothing without a session. */
export const links = {
  signIn: (config: Config) => page(config, 'connexion'),
  services: (config: Config, membershipId: string) => page(config, 'espace', { 'membership-id': membershipId }),
  activation: (config: Config, claimId: string) => page(config, 'activation', { 'claim-id': claimId }),
  administration: (config: Config, membershipId: string) => page(config, 'utilisateurs', { 'membership-id': membershipId }),
} as const;
