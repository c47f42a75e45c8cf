import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import { createClient } from '../../../sdk/client/create-client.js';
import type { BdtClient } from '../../../sdk/client/index.js';
import { operations, type OperationName } from '../../../sdk/contract/index.js';
import { Backend, failureOf, refusal, signUpInput } from './backend.js';

const handle = { signUpId: 's1', secret: 'S3cr3t' };

/** How one asks for each operation, and the body that it sends. */
const calls: Record<OperationName, [(client: BdtClient) => Promise<unknown>, object?]> = {
  createSignUp: [(client) => client.signUps.create(signUpInput), signUpInput],
  readSignUp: [(client) => client.signUps.read(handle)],
  resendSignUpCode: [(client) => client.signUps.resendCode(handle)],
  correctSignUpEmail: [(client) => client.signUps.correctEmail(handle, 'zoe@mairie.example'), { email: 'zoe@mairie.example' }],
  confirmSignUp: [(client) => client.signUps.confirm(handle, '0429'), { code: '0429' }],
  signIn: [
    (client) => client.sessions.signIn({ login: 'zoel123', password: 'Marée basse 29' }),
    { login: 'zoel123', password: 'Marée basse 29', transport: 'cookie' },
  ],
  readSession: [(client) => client.sessions.read()],
  signOut: [(client) => client.sessions.signOut()],
  searchStructures: [(client) => client.structures.search('rade')],
  readStructure: [(client) => client.structures.read('73282932000074')],
  listMemberships: [(client) => client.memberships.list()],
  createMembership: [(client) => client.memberships.create('73282932000074'), { siret: '73282932000074' }],
  updateMembership: [(client) => client.memberships.update('m1', { jobFunction: 'director' }), { jobFunction: 'director' }],
  listServices: [(client) => client.services.list('m1')],
  readHabilitationCase: [(client) => client.habilitations.readCase('m1', 'encours')],
  createHabilitation: [
    (client) => client.habilitations.create({ membershipId: 'm1', serviceId: 'encours', acceptedCase: 'first_user' }),
    { membershipId: 'm1', serviceId: 'encours', acceptedCase: 'first_user' },
  ],
  cancelHabilitation: [(client) => client.habilitations.cancel('h1')],
  decideHabilitation: [(client) => client.habilitations.decide('h1', { decision: 'grant' }), { decision: 'grant' }],
  readClaim: [(client) => client.claims.read('c1')],
  activateClaim: [(client) => client.claims.activate('c1', 'ABCDE-12345'), { code: 'ABCDE-12345', handedOver: true }],
  resendLetter: [(client) => client.claims.resendLetter('c1')],
  cancelClaim: [(client) => client.claims.cancel('c1')],
  listRequests: [(client) => client.administration.listRequests('m1', 2)],
  listUsers: [(client) => client.administration.listUsers('m1', 2)],
};

const values: Record<string, string> = {
  signUpId: 's1',
  siret: '73282932000074',
  membershipId: 'm1',
  habilitationId: 'h1',
  claimId: 'c1',
};

describe('each thing that a backend can be asked', () => {
  let backend: Backend;
  before(async () => {
    backend = await Backend.start();
  });
  after(() => backend.stop());

  for (const [name, [ask, body]] of Object.entries(calls)) {
    it(`reaches it as the contract says: ${name}`, async () => {
      const operation = operations[name as OperationName];
      backend.willReply(refusal(422, 'fields_invalid'));

      expect(await failureOf(ask(createClient({ baseUrl: backend.url })))).to.include({ code: 'fields_invalid' });

      const { method, url, headers, body: sent } = backend.last;
      expect(method).to.equal(operation.method);
      expect(new URL(url, backend.url).pathname).to.equal(operation.path.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? key));
      expect(sent ? (JSON.parse(sent) as unknown) : undefined).to.deep.equal(body);
      expect('idempotency-key' in headers).to.equal(operation.idempotent);
      expect('sign-up-secret' in headers).to.equal(operation.access === 'sign_up');
    });
  }

  it('asks for the page that one turned to', async () => {
    backend.willReply(refusal(422, 'fields_invalid'));
    const client = createClient({ baseUrl: backend.url });
    await failureOf(client.administration.listUsers('m1', 3));
    expect(backend.last.url).to.equal('/v1/memberships/m1/users?page=3');
    await failureOf(client.administration.listRequests('m1'));
    expect(backend.last.url).to.equal('/v1/memberships/m1/requests?page=1');
    await failureOf(client.habilitations.readCase('m1', 'encours'));
    expect(backend.last.url).to.equal('/v1/memberships/m1/habilitation-case?serviceId=encours');
  });
});
