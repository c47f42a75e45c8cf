import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface CaughtMail {
  recipients: string[];
  sender: string;
  raw: string;
  mail: ParsedMail;
}

export interface MailServer {
  url: string;
  caught: CaughtMail[];
  close(): Promise<void>;
}

/** A real SMTP server of this process that keeps what it takes. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const caught: CaughtMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks);
        simpleParser(raw).then((mail) => {
          caught.push({
            recipients: envelope.rcptTo.map(({ address }) => address),
            sender: envelope.mailFrom ? envelope.mailFrom.address : '',
            raw: raw.toString('utf8'),
            mail,
          });
          done();
        }, done);
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  const net = server.listen(0, '127.0.0.1');
  await once(net, 'listening');
  return {
    url: `smtp://127.0.0.1:${(net.address() as AddressInfo).port}`,
    caught,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A server that speaks only by `talk`: for silences and cuts no SMTP library would make. */
export async function startRawServer(talk: (socket: Socket) => void): Promise<{ url: string; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    talk(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** An SMTP refusal with its reply code. */
export function refusal(responseCode: number): Error {
  return Object.assign(new Error('no such person <anne@exemple.example>'), { responseCode });
}
