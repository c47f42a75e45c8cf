import { expect } from 'chai';
import { afterEach, describe, it } from 'node:test';
import type { SMTPServerOptions } from 'smtp-server';
import { MailDelayedError, MailRefusedError, openMailer, type OutgoingMail } from '../../../demo/server/mail/mailer.js';
import { renderMail } from '../../../demo/server/mail/templates.js';
import { refusal, startMailServer, startRawServer } from './mail-server.js';
import { hostile, link, samples } from './samples.js';

const from = 'Portail d’essai <ne-pas-repondre@portail.example>';
const letter: OutgoingMail = {
  to: 'anne+portail@mairie.example',
  subject: 'Votre accès est ouvert à Évry-lès-Œufs',
  text: 'Déjà prêt.\n',
  html: '<!DOCTYPE html><html lang="fr"><body>Déjà prêt.</body></html>',
  messageId: '<0193f1c2@portail.example>',
};

const toClose: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of toClose.splice(0).reverse()) await each.close();
});

async function opened(options: SMTPServerOptions = {}) {
  const server = await startMailServer(options);
  const mailer = openMailer({ smtpUrl: server.url, from, timeout: 2_000 });
  toClose.push(server, mailer);
  return { server, mailer };
}

async function rawMailer(talk: Parameters<typeof startRawServer>[0], timeout = 300) {
  const server = await startRawServer(talk);
  const mailer = openMailer({ smtpUrl: server.url, from, timeout });
  toClose.push(server, mailer);
  return mailer;
}

const failure = (sending: Promise<void>): Promise<unknown> => sending.then(() => undefined, (error: unknown) => error);

describe('sending mail', () => {
  it('brings accents, both alternatives and the given Message-Id to the reader', async () => {
    const { server, mailer } = await opened();

    await mailer.send(letter);

    const [caught] = server.caught;
    expect(caught?.mail.subject).to.equal(letter.subject);
    expect(caught?.mail.text?.trim()).to.equal('Déjà prêt.');
    expect(caught?.mail.html).to.include('Déjà prêt.');
    expect(caught?.mail.messageId).to.equal(letter.messageId);
    expect(caught?.mail.headers.get('auto-submitted')).to.equal('auto-generated');
    expect(caught?.recipients).to.deep.equal([letter.to]);
    expect(caught?.mail.from?.value).to.deep.equal([{ name: 'Portail d’essai', address: 'ne-pas-repondre@portail.example' }]);
  });

  it('is recognisable when tried twice: the Message-Id stays', async () => {
    const { server, mailer } = await opened();

    await mailer.send(letter);
    await mailer.send(letter);

    expect(server.caught.map(({ mail }) => mail.messageId)).to.deep.equal([letter.messageId, letter.messageId]);
  });

  it('gives a hostile name no header, recipient or attachment', async () => {
    const { server, mailer } = await opened();
    const headers = (lines: readonly { key: string }[]) => lines.map(({ key }) => key).sort();
    await mailer.send({ ...letter, ...renderMail(samples('Durand')[4]!, 'fr') });
    const harmless = headers(server.caught[0]?.mail.headerLines ?? []);

    for (const name of hostile) {
      // Also past the templates, as if a subject had not been made plain.
      await mailer.send({ ...letter, ...renderMail(samples(name)[4]!, 'fr') });
      await mailer.send({ ...letter, subject: name });
    }

    expect(server.caught).to.have.length(1 + 2 * hostile.length);
    for (const { mail, recipients } of server.caught) {
      expect(headers(mail.headerLines)).to.deep.equal(harmless);
      expect(recipients).to.deep.equal([letter.to]);
      expect(mail.attachments).to.deep.equal([]);
    }
  });

  it('shows the subject and links of a rendered mail as they were written', async () => {
    const { server, mailer } = await opened();
    const rendered = renderMail(samples('COMMUNE D’ESSAI')[4]!, 'fr');

    await mailer.send({ ...letter, ...rendered });

    const [caught] = server.caught;
    expect(caught?.mail.subject).to.equal(rendered.subject);
    expect(caught?.mail.text).to.include(link);
    expect(caught?.mail.html).to.include(link.replace('&', '&amp;'));
  });

  it('writes to one bare address only', async () => {
    const { server, mailer } = await opened();

    for (const to of ['a@x.example, b@y.example', 'Anne <a@x.example>', 'a@x.example\r\nBcc: b@y.example', 'g:a@x.example;', 'a@b@c.example', '']) {
      expect(await failure(mailer.send({ ...letter, to }))).to.be.instanceOf(MailRefusedError);
    }
    expect(server.caught).to.deep.equal([]);
  });

  it('accepts no Message-Id that could carry a header', async () => {
    const { mailer } = await opened();

    for (const messageId of ['<a@b>\r\nBcc: c@d.example', 'a@b', '<a b@c>', '']) {
      expect(await failure(mailer.send({ ...letter, messageId }))).to.be.instanceOf(TypeError);
    }
  });

  it('knows a refusal for good of the recipient or the message, and repeats nobody’s address', async () => {
    const cases: SMTPServerOptions[] = [
      { onRcptTo: (_address, _session, done) => done(refusal(550)) },
      { onData: (stream, _session, done) => stream.resume().on('end', () => done(refusal(554))) },
    ];
    for (const options of cases) {
      const { mailer } = await opened(options);
      const error = await failure(mailer.send(letter));
      expect(error).to.be.instanceOf(MailRefusedError);
      expect((error as MailRefusedError).status).to.be.within(550, 554);
      expect((error as MailRefusedError).message + String((error as Error).stack)).not.to.include('exemple.example');
      expect((error as Error).cause).to.equal(undefined);
    }
  });

  it('keeps the mail for later when the server is busy, or refuses us rather than the mail', async () => {
    const cases: SMTPServerOptions[] = [
      { onRcptTo: (_address, _session, done) => done(refusal(451)) },
      { onRcptTo: (_address, _session, done) => done(refusal(530)) },
      { onMailFrom: (_address, _session, done) => done(refusal(550)) },
      { onConnect: (_session, done) => done(refusal(554)) },
      { onData: (stream, _session, done) => stream.resume().on('end', () => done(refusal(452))) },
      { authOptional: false },
    ];
    for (const options of cases) {
      const { mailer } = await opened(options);
      expect(await failure(mailer.send(letter))).to.be.instanceOf(MailDelayedError);
    }
  });

  it('keeps the mail for later when our password is refused', async () => {
    const server = await startMailServer({ allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(refusal(535)) });
    const mailer = openMailer({ smtpUrl: server.url.replace('//', '//portail:secret@'), from, timeout: 2_000 });
    toClose.push(server, mailer);

    const error = await failure(mailer.send(letter));

    expect(error).to.be.instanceOf(MailDelayedError);
    expect((error as MailDelayedError).reason).to.equal('EAUTH');
    expect((error as Error).message).not.to.include('secret');
  });

  it('keeps the mail for later when nothing listens', async () => {
    const server = await startMailServer();
    await server.close();
    const mailer = openMailer({ smtpUrl: server.url, from });
    toClose.push(mailer);

    expect(await failure(mailer.send(letter))).to.be.instanceOf(MailDelayedError);
  });

  it('does not wait on a server that never greets, or falls silent', async () => {
    const silent = await rawMailer(() => undefined);
    const halting = await rawMailer((socket) => {
      socket.write('220 ready\r\n');
      socket.on('data', () => undefined);
    });
    for (const mailer of [silent, halting]) {
      const error = await failure(mailer.send(letter));
      expect(error).to.be.instanceOf(MailDelayedError);
      expect((error as MailDelayedError).reason).to.equal('ETIMEDOUT');
    }
  });

  it('keeps the mail for later when the connection is cut in mid-message', async () => {
    const mailer = await rawMailer((socket) => {
      socket.write('220 ready\r\n');
      let inData = false;
      socket.on('data', (chunk) => {
        if (inData) return void socket.destroy();
        inData = chunk.toString().startsWith('DATA');
        socket.write(inData ? '354 go on\r\n' : '250 fine\r\n');
      });
    }, 2_000);

    expect(await failure(mailer.send(letter))).to.be.instanceOf(MailDelayedError);
  });

  it('finishes a mail under way before it closes, then takes no more', async () => {
    const { server, mailer } = await opened();

    const sending = mailer.send(letter);
    await mailer.close();
    await sending;

    expect(server.caught).to.have.length(1);
    expect(await failure(mailer.send(letter))).to.be.instanceOf(MailDelayedError);
  });

  it('refuses to open on settings that cannot work, by their name', () => {
    expect(() => openMailer({ smtpUrl: 'https://mail.example', from })).to.throw(TypeError, 'SMTP_URL');
    expect(() => openMailer({ smtpUrl: 'smtp://mail.example', from: 'nobody' })).to.throw(TypeError, 'MAIL_FROM');
    expect(() => openMailer({ smtpUrl: 'smtp://mail.example', from: 'a@x.example, b@x.example' })).to.throw(TypeError, 'MAIL_FROM');
  });
});
