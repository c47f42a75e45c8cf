import { after, before, it } from 'node:test';
import { expect } from 'chai';
import type { Problem } from '../../../src/contract.js';
import { describeEachEngine, type TestReply, type TestServer } from '../support/engines.js';
import { applicant, createSignUp, signedIn } from '../support/people.js';

const MARK = 'marqueur';
/** Each has the mark, so that it is found wherever it gets to. */
const HOSTILE = [
  `Durand\r\nSet-Cookie: ${MARK}=1`,
  `Durand\nBcc: ${MARK}@attaque.example`,
  `Durand\r\n\r\n<script>${MARK}</script>`,
  `\u202E${MARK}\u202C`,
  `\u2066${MARK}\u2069`,
  `${MARK}\u2028Location: /`,
  `${MARK}\u0085x`,
];

describeEachEngine('what somebody types', (open) => {
  let server: TestServer;
  let headers: Record<string, string>;
  before(async () => {
    server = await open();
    headers = await signedIn(server, applicant());
  });
  after(() => server.close());

  const headersOf = (reply: TestReply) => [...reply.headers].flat().join('\n');

  for (const typed of HOSTILE) {
    it(`is no name, and gets into no header: ${JSON.stringify(typed)}`, async () => {
      for (const field of ['firstName', 'lastName'] as const) {
        const reply = await createSignUp(server, applicant({ [field]: typed }));
        expect(reply.as<Problem>().errors).to.deep.equal([{ pointer: `/${field}`, code: 'name_invalid' }]);
      }
      const person = applicant();
      const replies = [
        await createSignUp(server, { ...person, offers: { accepted: true, wording: typed } }),
        await createSignUp(server, { ...person, email: `${typed}@commune.example` }),
        await server.request('POST', '/v1/session', { body: { login: typed, password: typed, transport: 'cookie' } }),
        await server.request('GET', `/v1/structures?q=${encodeURIComponent(typed)}`),
        await server.request('GET', `/v1/claims/${encodeURIComponent(typed)}`, { headers }),
        await server.request('POST', '/v1/habilitations/none/decision', { headers, body: { decision: 'refuse', reason: typed } }),
        await server.request('GET', `/pages/${encodeURIComponent(typed)}`),
        await server.request('PUT', `/v1/sign-ups/${encodeURIComponent(typed)}`),
      ];

      for (const reply of replies) expect(headersOf(reply)).to.not.include(MARK);
      expect(replies.map(({ status }) => status).filter((status) => status >= 500)).to.deep.equal([]);
      for (const mail of await server.mails()) expect(mail.subject + mail.text).to.not.include(MARK);
    });
  }
});
