import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** A mail server on a port that was chosen before: the one that was down is back. */
export async function mailServerAt(port: number): Promise<{ caught: { recipients: string[] }[]; close(): Promise<void> }> {
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
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return { caught, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
