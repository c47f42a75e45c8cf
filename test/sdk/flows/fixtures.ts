import type { Account, Claim, Habilitation, Membership, PendingRequest, ServiceOffer, SignUp, StructureSummary } from '../../../src/contract.js';

export const eus: StructureSummary = {
  siret: '21660074200014',
  siren: '216600742',
  name: "COMMUNE D'EUS",
  address: 'Mairie',
  postcode: '66500',
  town: 'Eus',
  closed: false,
  sector: 'local_authorities',
  constructed: ['siret', 'address'],
};

/** A sign-up whose code has just left. */
export const pending: SignUp = {
  signUpId: 'su_1',
  state: 'pending',
  email: 'odile@exemple.fr',
  codeLength: 4,
  codeExpiresIn: 600,
  triesLeft: 5,
  resendIn: 60,
  mailsLeft: 2,
  mail: { from: 'portail@exemple.fr', subject: 'Votre code de validation : ••••' },
};

export const account: Account = {
  accountId: 'ac_1',
  loginId: 'odil417',
  civility: 'mrs',
  firstName: 'Odile',
  lastName: 'Garnier',
  email: 'odile@exemple.fr',
};

export const membership: Membership = {
  membershipId: 'me_1',
  structure: eus,
  isDefault: true,
  jobFunction: 'secretary_general',
  clientCode: '314363',
  administration: 'none',
  role: 'user',
  openClaimId: null,
};

export const habilitation: Habilitation = {
  habilitationId: 'ha_1',
  membershipId: 'me_1',
  serviceId: 'encours',
  state: 'awaiting_administrator',
  requestedAt: '2026-11-02T09:00:00Z',
  decidedAt: null,
  reason: null,
  claimId: null,
};

export const offer: ServiceOffer = {
  service: { serviceId: 'encours', name: 'Encours', title: 'Consultation des Encours', offers: ['Consulter'], url: null },
  habilitation: null,
  missing: [],
};

export const claim: Claim = {
  claimId: 'cl_1',
  membershipId: 'me_1',
  state: 'open',
  structure: eus,
  services: [{ serviceId: 'encours', name: 'Encours' }],
  letter: {
    letterId: 'le_1',
    state: 'sent',
    requestedAt: '2026-11-02T09:00:00Z',
    sentAt: '2026-11-02T09:01:00Z',
    expectedBy: '2026-11-09T09:01:00Z',
    expiresAt: '2026-12-02T09:01:00Z',
    addressLines: ['MAIRIE', '66500 EUS'],
    triesLeft: 5,
  },
  resendIn: 3600,
  createdAt: '2026-11-02T09:00:00Z',
  expiresAt: '2026-12-02T09:01:00Z',
};

export const request: PendingRequest = {
  habilitation,
  serviceName: 'Encours',
  user: {
    membershipId: 'me_2',
    civility: 'mr',
    firstName: 'Karim',
    lastName: 'Belaïd',
    email: 'karim@exemple.fr',
    jobFunction: 'accountant',
    role: 'user',
    isSelf: false,
  },
};
