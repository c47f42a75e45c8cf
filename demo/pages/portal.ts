import { BACK_KEY } from './back.js';
import { startHeader } from './header.js';

/** What an event may carry that the next page needs. */
type Detail = Partial<Record<'membershipId' | 'serviceId' | 'claimId', string>>;

/** The portal's pages: each element says where the person wants to go, and the portal knows where that is. */
const PAGES: Readonly<Record<string, string>> = {
  'bdt-confirmation-requested': 'confirmation',
  'bdt-signup-requested': 'inscription',
  'bdt-signin-requested': 'connexion',
  'bdt-structure-requested': 'structure',
  'bdt-habilitation-requested': 'demande',
  'bdt-habilitation-declined': 'espace',
  'bdt-services-requested': 'espace',
  'bdt-activation-requested': 'activation',
  'bdt-administration-requested': 'utilisateurs',
};

/** Names of the attributes that the next page sets, by the event's property. */
const PARAMETERS = { membershipId: 'membership-id', serviceId: 'service-id', claimId: 'claim-id' } as const;

function addressOf(page: string, detail: Detail): string {
  const query = new URLSearchParams();
  for (const [property, name] of Object.entries(PARAMETERS)) {
    const value = detail[property as keyof typeof PARAMETERS];
    if (value) query.set(name, value);
  }
  return `/pages/${page}.html${query.size ? `?${query}` : ''}`;
}

/** Makes the elements of a page work as one portal. */
export function startPortal(): void {
  startHeader();
  for (const [type, page] of Object.entries(PAGES)) {
    document.addEventListener(type, (event) => location.assign(addressOf(page, (event as Event & { detail?: Detail }).detail ?? {})));
  }

  document.addEventListener('bdt-session-required', () => {
    sessionStorage.setItem(BACK_KEY, location.pathname + location.search);
    location.assign('/pages/connexion.html');
  });

  // The address says which structure, service or claim a page is about; the elements take them as attributes.
  const query = new URLSearchParams(location.search);
  for (const element of document.querySelectorAll('main > bdt-provider > *')) {
    for (const name of Object.values(PARAMETERS)) {
      const value = query.get(name);
      if (value) element.setAttribute(name, value);
    }
  }
}
