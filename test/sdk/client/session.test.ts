import { after, afterEach, before, describe, it } from 'node:test';
import { expect } from 'chai';
import { createClient } from '../../../sdk/client/create-client.js';
import type { ClientOptions, TokenStorage } from '../../../sdk/client/index.js';
import { isAnswerError, isUnreachableError } from '../../../sdk/errors.js';
import { Backend, failureOf, refusal, session, signUp, signUpInput, structurePage } from './backend.js';

const login = { login: 'zoel123', password: 'Marée basse 29' };
const token = 'T'.repeat(43);

function storage(): TokenStorage & { kept: string | undefined } {
  const box: TokenStorage & { kept: string | undefined } = {
    kept: undefined,
    get: () => box.kept,
    set: (value) => {
      box.kept = value;
    },
  };
  return box;
}

describe('a session kept as a token', () => {
  let backend: Backend;
  before(async () => {
    backend = await Backend.start();
  });
  after(() => backend.stop());

  const bearer = (tokenStorage?: TokenStorage) =>
    createClient({ baseUrl: backend.url, transport: 'bearer', retry: { limit: 0 }, ...(tokenStorage && { tokenStorage }) });

  it('goes from the answer into the storage that was handed in, and nowhere else', async () => {
    const tokens = storage();
    backend.willReply({ status: 201, json: { ...session, token } });
    expect(await bearer(tokens).sessions.signIn(login)).to.deep.equal(session);
    expect(tokens.kept).to.equal(token);
    expect(JSON.parse(backend.last.body)).to.deep.equal({ ...login, transport: 'bearer' });
  });

  it('is in memory otherwise, each client with its own', async () => {
    const mine = bearer();
    backend.willReply({ status: 201, json: { ...session, token } }, { status: 200, json: session });
    await mine.sessions.signIn(login);
    await mine.sessions.read();
    expect(backend.last.headers.authorization).to.equal(`Bearer ${token}`);
    await bearer().sessions.read();
    expect(backend.last.headers.authorization).to.equal(undefined);
  });

  it('is shown only where a session is needed', async () => {
    const tokens = storage();
    tokens.kept = token;
    const client = bearer(tokens);
    backend.willReply({ status: 200, json: structurePage }, { status: 201, json: signUp }, { status: 200, json: session });
    await client.structures.search('rade');
    await client.signUps.create(signUpInput);
    expect(backend.received.map(({ headers }) => headers.authorization)).to.deep.equal([undefined, undefined]);
    await client.sessions.read();
    expect(backend.last.headers.authorization).to.equal(`Bearer ${token}`);
  });

  it('is forgotten once signed out, and kept when the sign-out did not reach the backend', async () => {
    const tokens = storage();
    tokens.kept = token;
    const client = bearer(tokens);
    backend.willReply('cut');
    expect(isUnreachableError(await failureOf(client.sessions.signOut()))).to.equal(true);
    expect(tokens.kept).to.equal(token);
    backend.willReply({ status: 204 });
    await client.sessions.signOut();
    expect(backend.last.headers.authorization).to.equal(`Bearer ${token}`);
    expect(tokens.kept).to.equal(undefined);
  });

  it('is forgotten when the backend no longer knows it, unless a newer one took its place', async () => {
    const tokens = storage();
    tokens.kept = token;
    backend.willReply(refusal(401, 'session_required'));
    await failureOf(bearer(tokens).sessions.read());
    expect(tokens.kept).to.equal(undefined);

    tokens.kept = token;
    backend.willReply({ ...refusal(401, 'session_required'), delay: 50 });
    const reading = failureOf(bearer(tokens).sessions.read());
    while (!backend.received.length) await new Promise((resolve) => setTimeout(resolve, 5));
    tokens.kept = 'newer';
    await reading;
    expect(tokens.kept).to.equal('newer');
  });

  it('is not sent when the storage was spoilt, and not repeated in an error', async () => {
    const tokens = storage();
    tokens.kept = 'spoilt\r\nX-Evil: 1';
    backend.willReply({ status: 200, json: session });
    await bearer(tokens).sessions.read();
    expect(backend.last.headers).to.not.have.any.keys('authorization', 'x-evil');
  });

  it('must be in the answer', async () => {
    const tokens = storage();
    for (const answer of [session, { ...session, token: '' }, { ...session, token: 'a b' }]) {
      backend.willReply({ status: 201, json: answer });
      expect(isAnswerError(await failureOf(bearer(tokens).sessions.signIn(login)))).to.equal(true);
    }
    expect(tokens.kept).to.equal(undefined);
  });
});

describe('a session kept by the browser', () => {
  /** What `fetch` was asked to do with cookies; Node's own has no cookies to show. */
  async function credentialsOf(options: ClientOptions, answer: object = structurePage): Promise<RequestCredentials | undefined> {
    let asked: RequestCredentials | undefined;
    const client = createClient({
      ...options,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        asked = request.credentials;
        expect(request.headers.get('authorization')).to.equal(null);
        return Response.json(answer);
      },
    });
    await client.structures.search('rade');
    return asked;
  }

  const page = Object.getOwnPropertyDescriptor(globalThis, 'origin');
  const visit = (origin: string) => Object.defineProperty(globalThis, 'origin', { value: origin, configurable: true });
  afterEach(() => {
    if (page) Object.defineProperty(globalThis, 'origin', page);
    else Reflect.deleteProperty(globalThis, 'origin');
  });

  it('goes to the origin of the page when no address is given', async () => {
    visit('https://portail.example');
    expect(await credentialsOf({})).to.equal('same-origin');
    expect(await credentialsOf({ baseUrl: '/bdt/' })).to.equal('same-origin');
    expect(await credentialsOf({ baseUrl: 'https://portail.example/bdt' })).to.equal('same-origin');
  });

  it('crosses to another origin only because the integrator named it', async () => {
    visit('https://portail.example');
    for (const baseUrl of ['https://api.portail.example', 'https://portail.example:8443', 'http://portail.example']) {
      expect(await credentialsOf({ baseUrl }), baseUrl).to.equal('include');
    }
  });

  it('works from a sandboxed page, which has no origin', async () => {
    visit('null');
    expect(await credentialsOf({ baseUrl: 'https://api.portail.example' })).to.equal('include');
    expect(() => createClient()).to.throw(TypeError, 'baseUrl');
  });

  it('takes no cookie along when a token is used instead', async () => {
    visit('https://portail.example');
    expect(await credentialsOf({ transport: 'bearer' })).to.equal('omit');
  });

  it('is asked for at the sign-in, and leaves no token with the page', async () => {
    const backend = await Backend.start();
    backend.willReply({ status: 201, json: { ...session, token } });
    expect(await createClient({ baseUrl: backend.url }).sessions.signIn(login)).to.deep.equal(session);
    expect(JSON.parse(backend.last.body)).to.deep.equal({ ...login, transport: 'cookie' });
    await backend.stop();
  });
});
