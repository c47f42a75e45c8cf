import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface MailServerAt {
  readonly port: number;
  readonly caught: { recipients: string[] }[];
  close(): Promise<void>;
}

/** A mail server on a port that was chosen before: the one that was down is back. 0 takes any. */
export async function mailServerAt(wanted: number): Promise<MailServerAt> {
  const caught: { recipients: string[] }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      stream.resume();
      stream.on('end', () => {
        caught.push({ recipients: envelope.rcptTo.map(({ address }) => address) });
        done();
      });
    },
  });
  const net = server.listen(wanted, '127.0.0.1');
  await once(net, 'listening');
  const { port } = net.address() as AddressInfo;
  return { port, caught, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
