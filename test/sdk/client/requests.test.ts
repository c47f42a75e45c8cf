import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import { createClient } from '../../../sdk/client/create-client.js';
import { isRefusedError } from '../../../sdk/errors.js';
import { Backend, failureOf, session, signUp, signUpInput, structure, structurePage } from './backend.js';

describe('a request to the backend', () => {
  let backend: Backend;
  before(async () => {
    backend = await Backend.start();
  });
  after(() => backend.stop());

  it('carries what was typed, as it was typed', async () => {
    backend.willReply({ status: 201, json: { ...signUp, secret: 'S3cr3t' } });

    const created = await createClient({ baseUrl: backend.url }).signUps.create(signUpInput);

    expect(backend.last).to.include({ method: 'POST', url: '/v1/sign-ups' });
    expect(backend.last.headers['content-type']).to.equal('application/json');
    expect(JSON.parse(backend.last.body)).to.deep.equal(signUpInput);
    expect(created).to.deep.equal({ ...signUp, secret: 'S3cr3t' });
  });

  it('goes under the path of the base address, with or without a slash at its end', async () => {
    backend.willReply({ status: 200, json: structurePage });
    for (const baseUrl of [`${backend.url}/bdt/api`, new URL(`${backend.url}/bdt/api/?stray=1#here`)]) {
      await createClient({ baseUrl }).structures.search('rade brest & co', 2);
      expect(backend.last.url).to.equal('/bdt/api/v1/structures?q=rade+brest+%26+co&page=2');
    }
  });

  it('leaves out what is not known yet', async () => {
    backend.willReply({ status: 200, json: { results: [] } });
    const client = createClient({ baseUrl: backend.url });
    expect(await client.services.list()).to.deep.equal([]);
    expect(backend.last.url).to.equal('/v1/services');
    await client.services.list('m1');
    expect(backend.last.url).to.equal('/v1/services?membershipId=m1');
  });

  it('reads a SIRET with spaces', async () => {
    backend.willReply({ status: 200, json: { ...structure, createdOn: null, activity: null, sign: null } });
    await createClient({ baseUrl: backend.url }).structures.read('732 829 320 00074');
    expect(backend.last.url).to.equal('/v1/structures/73282932000074');
  });

  it('is not made for an identifier that would lead to another place', async () => {
    backend.willReply({ status: 200, json: {} });
    const client = createClient({ baseUrl: backend.url });
    for (const id of ['', '.', '..', '../session', 'a/b', '%2e%2e', 'a?b', 'é', 'x'.repeat(65)]) {
      const error = await failureOf(client.claims.read(id));
      expect(isRefusedError(error) && error.problem.errors).to.deep.equal([{ pointer: '/claimId', code: 'identifier_invalid' }]);
    }
    expect(backend.received).to.be.empty;
  });

  it('shows the secret of the sign-up in its header, and nowhere else', async () => {
    backend.willReply({ status: 200, json: { loginId: 'zoel123' } });
    await createClient({ baseUrl: backend.url }).signUps.confirm({ signUpId: 's1', secret: 'S3cr3t' }, '0429');
    expect(backend.last.headers['sign-up-secret']).to.equal('S3cr3t');
    expect(backend.last.url + backend.last.body).to.not.include('S3cr3t');
  });

  it('is not made with a secret that was spoilt in its storage, which is not repeated either', async () => {
    backend.willReply({ status: 200, json: signUp });
    const error = await failureOf(createClient({ baseUrl: backend.url }).signUps.read({ signUpId: 's1', secret: 'Spoilt\nsecret' }));
    expect(isRefusedError(error) && error.code).to.equal('sign_up_unknown');
    expect(JSON.stringify(error) + error.message + String(error.stack)).to.not.include('Spoilt');
    expect(backend.received).to.be.empty;
  });

  it("asks for the person's language, as it is at that moment", async () => {
    backend.willReply({ status: 200, json: session });
    let language = 'fr';
    const client = createClient({ baseUrl: backend.url, locale: () => language });
    await client.sessions.read();
    expect(backend.last.headers['accept-language']).to.equal('fr');
    language = 'en';
    await client.sessions.read();
    expect(backend.last.headers['accept-language']).to.equal('en');
  });

  it('states that the letter was handed over when its code is entered', async () => {
    backend.willReply({ status: 409, json: { type: 'about:blank', title: '', status: 409, code: 'letter_replaced' } });
    await failureOf(createClient({ baseUrl: backend.url }).claims.activate('c1', 'ABCDE-12345'));
    expect(backend.last.url).to.equal('/v1/claims/c1/activation');
    expect(JSON.parse(backend.last.body)).to.deep.equal({ code: 'ABCDE-12345', handedOver: true });
  });

  it('can be made through a fetch that was handed in', async () => {
    backend.willReply({ status: 200, json: session });
    const seen: string[] = [];
    const client = createClient({
      baseUrl: backend.url,
      fetch: (input, init) => {
        const request = new Request(input, init);
        seen.push(`${request.method} ${request.url} ${request.redirect}`);
        return fetch(request);
      },
    });
    expect(await client.sessions.read()).to.deep.equal(session);
    expect(seen).to.deep.equal([`GET ${backend.url}/v1/session error`]);
  });

  it('needs an address outside a page, and says so at once', () => {
    for (const baseUrl of [undefined, '', '/api', 'ftp://portail.example', 'http://zoe:secret@portail.example', 'nonsense']) {
      expect(() => createClient(baseUrl === undefined ? {} : { baseUrl }), baseUrl)
        .to.throw(TypeError, 'baseUrl')
        .with.property('message')
        .that.does.not.include('secret');
    }
  });
});
