import { after, before, describe, it } from 'node:test';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { createAdaptorServer } from '@hono/node-server';
import { expect } from 'chai';
import { operations } from '../../src/contract.js';
import { referencePage } from '../../demo/server/reference/page.js';
import { faultsOfAccess, openBrowser, overflows, visit } from '../journeys/support/browser.js';
import { openPgliteCopy } from './support/pglite-template.js';
import { openTestServer, type TestServer } from './support/test-server.js';

describe('the API reference', () => {
  let server: TestServer;
  before(async () => {
    server = await openTestServer(openPgliteCopy);
  });
  after(() => server.close());

  it('is a page under a policy of its own, which lets in no script at all', async () => {
    const reply = await server.request('GET', '/docs');

    expect(reply.status).to.equal(200);
    expect(reply.headers.get('Content-Type')).to.match(/^text\/html/);
    const policy = reply.headers.get('Content-Security-Policy');
    expect(policy).to.include("default-src 'none'");
    expect(policy).to.not.match(/script-src|connect-src|unsafe|\*|data:|https?:/);
    expect(reply.text).to.not.match(/<script|\sstyle=|\son\w+=/);
  });

  it('leaves the policy of the portal’s pages as it is', async () => {
    expect((await server.request('GET', '/')).headers.get('Content-Security-Policy')).to.include("script-src 'self'");
  });

  it('tells of each operation what to send, what comes back and each code of refusal', async () => {
    const { text } = await server.request('GET', '/docs');

    for (const [name, { path, summary, errors }] of Object.entries(operations)) {
      expect(text).to.include(`<article id="${name}">`).and.include(`<code>${path}</code>`);
      expect(text, name).to.include(summary.replaceAll("'", '&#39;'));
      for (const code of errors) expect(text, name).to.include(`<code>${code}</code>`);
    }
    expect(text).to.include('In the path.').and.include('In the query.').and.include('Idempotency-Key');
    expect(text).to.match(/<code>reason<\/code> <span>string<\/span>/);
    expect(text).to.not.include('undefined').and.not.include('[object');
  });

  it('shows a word of the contract as text, whatever is in it', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const page = await referencePage({
      info: { title: hostile, version: hostile, description: hostile },
      paths: { [`/v1/${hostile}`]: { get: { operationId: hostile, summary: hostile, security: [], parameters: [], responses: {} } } },
      components: { schemas: { Problem: { properties: { [hostile]: { description: hostile, enum: [hostile] } } } }, parameters: {} },
    });

    expect(page).to.not.include('<img');
  });

  it('opens in a browser that asks nobody else for anything, and complains of nothing', async () => {
    const http = createAdaptorServer({ fetch: server.app.fetch });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    const base = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    const browser = await openBrowser();
    const { page, complaints, goTo } = await visit(browser, base, { width: 320 });
    const asked: string[] = [];
    const failed: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('requestfailed', (request) => failed.push(request.url()));
    page.on('response', (response) => response.status() >= 400 && failed.push(response.url()));

    await goTo('/docs#createSignUp');
    const summary = page.getByText('Request and answers of createSignUp');
    await summary.click();
    const shown = await page.locator('#createSignUp').getByText('local_authorities').first().isVisible();
    const articles = await page.locator('article').count();
    const wide = await overflows(page);
    await page.evaluate('document.querySelectorAll("details").forEach((each) => { each.open = true })');
    const faults = await faultsOfAccess(page);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/docs-320.png` });
    await browser.close();
    http.close();

    expect({ shown, articles, wide }).to.deep.equal({ shown: true, articles: Object.keys(operations).length + 1, wide: false });
    expect(asked.filter((url) => !url.startsWith(`${base}/`))).to.deep.equal([]);
    expect({ failed, complaints, faults }).to.deep.equal({ failed: [], complaints: [], faults: [] });
  });
});
