import type { Claim, Habilitation, HabilitationCase, Membership } from '../../../src/contract.js';
import type { Asked, Someone, World } from './world.js';

/** Attaches somebody to a structure, with a function. */
export async function attach(who: Someone, siret: string): Promise<Membership> {
  const { membershipId } = await who.call('createMembership', { body: { siret } });
  return who.call('updateMembership', { params: { membershipId }, body: { jobFunction: 'finance' } });
}

/** A request for a service, as it comes over the wire. */
export function request(membership: Membership, acceptedCase: HabilitationCase, serviceId = 'encours'): Asked {
  return { body: { membershipId: membership.membershipId, serviceId, acceptedCase } };
}

/** Somebody who accepted case 1. */
export interface Claimant {
  readonly who: Someone;
  readonly siret: string;
  readonly membership: Membership;
  readonly habilitation: Habilitation;
  readonly claimId: string;
}

/** Somebody accepts case 1 for a structure; the letter isn't made yet. */
export async function claimant(world: World, siret = world.town(), who?: Someone): Promise<Claimant> {
  const person = who ?? (await world.person('Claire', 'Lefèvre'));
  const membership = await attach(person, siret);
  const habilitation = await person.call('createHabilitation', request(membership, 'first_user'));
  return { who: person, siret, membership, habilitation, claimId: habilitation.claimId ?? '' };
}

/** The same, with the letter in the folder and its code. */
export async function claimantWithLetter(world: World, siret?: string): Promise<Claimant & { claim: Claim; code: string }> {
  const someone = await claimant(world, siret);
  await world.work();
  const claim = await someone.who.call('readClaim', { params: { claimId: someone.claimId } });
  return { ...someone, claim, code: await world.codeIn(claim.letter.letterId) };
}

export function typed(claimId: string, code: string): Asked {
  return { params: { claimId }, body: { code, handedOver: true } };
}

/** Somebody who has entered the letter's code. */
export async function administrator(world: World, siret?: string): Promise<Claimant> {
  const someone = await claimantWithLetter(world, siret);
  await someone.who.call('activateClaim', typed(someone.claimId, someone.code));
  return someone;
}

/** A code that is certainly another. */
export function otherThan(code: string): string {
  return code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`;
}

/** How many came out well, and what the others were refused with. */
export async function outcomes(attempts: readonly Promise<unknown>[]): Promise<{ done: number; refused: Record<string, number> }> {
  const refused: Record<string, number> = {};
  let done = 0;
  for (const result of await Promise.allSettled(attempts)) {
    if (result.status === 'fulfilled') done += 1;
    else {
      const code = (result.reason as { code?: string }).code ?? String(result.reason);
      refused[code] = (refused[code] ?? 0) + 1;
    }
  }
  return { done, refused };
}
