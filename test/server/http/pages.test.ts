import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import { openPgliteCopy } from '../support/pglite-template.js';
import { openTestServer, type TestServer } from '../support/test-server.js';

describe('what is served beside the API', () => {
  let server: TestServer;
  before(async () => {
    server = await openTestServer(openPgliteCopy);
  });
  after(() => server.close());

  it('is the portal, under the strictest policy', async () => {
    const reply = await server.request('GET', '/');

    expect(reply.status).to.equal(200);
    expect(reply.text).to.include('<!doctype html>');
    const policy = reply.headers.get('Content-Security-Policy');
    expect(policy).to.include("default-src 'none'").and.include("require-trusted-types-for 'script'");
    expect(policy).to.not.match(/unsafe|\*|data:|https?:/);
    expect(reply.headers.get('X-Content-Type-Options')).to.equal('nosniff');
  });

  it('is not sent again while the browser’s copy is good', async () => {
    const etag = (await server.request('GET', '/')).headers.get('ETag') ?? '';

    const again = await server.request('GET', '/', { headers: { 'If-None-Match': etag } });

    expect(again.status).to.equal(304);
    expect(again.text).to.equal('');
  });

  for (const path of [
    '/pages/..%2f..%2fpackage.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/../../package.json',
    '/pages/%2e%2e/%2e%2e/package.json',
    '/pages/portal.ts',
    '/pages/nowhere.html',
    '/pages/%00.html',
    '/pages/%',
    '/.git/config',
  ]) {
    it(`is nothing that lies outside its folders or is a source: ${path}`, async () => {
      expect((await server.request('GET', path)).status).to.equal(404);
    });
  }

  it('prints the contract, with every operation', async () => {
    const document = (await server.request('GET', '/openapi.json')).as<{ openapi: string; paths: Record<string, unknown> }>();

    expect(document.openapi).to.equal('3.1.0');
    expect(document.paths).to.include.keys('/v1/sign-ups', '/v1/session', '/v1/structures', '/v1/habilitations');
  });

  it('says that it lives and can work', async () => {
    expect((await server.request('GET', '/healthz')).status).to.equal(200);
    expect((await server.request('GET', '/readyz')).as<{ status: string }>()).to.deep.equal({ status: 'ready' });
  });

  it('counts for the operator on this machine, and for nobody else', async () => {
    await server.request('GET', '/v1/session');

    const here = await server.request('GET', '/metrics');
    const elsewhere = await server.request('GET', '/metrics', { address: '192.0.2.1' });

    expect(here.text).to.match(/^bdt_http_requests_total\{operation="readSession",status="401"\} \d+$/m);
    expect(here.text).to.match(/^bdt_mails_queued 0$/m);
    expect(elsewhere.status).to.equal(404);
    for (const name of ['X-Forwarded-For', 'Forwarded', 'Via']) {
      expect((await server.request('GET', '/metrics', { headers: { [name]: '192.0.2.1' } })).status, name).to.equal(404);
    }
  });
});
