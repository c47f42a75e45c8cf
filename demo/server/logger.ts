import { pino, type DestinationStream, type Logger } from 'pino';

/** What never reaches a log, wherever it hangs in what is logged. */
const SECRET = ['password', 'code', 'token', 'secret', 'email', 'to', 'login', 'authorization', 'cookie', 'payload'];

/**
 * Logs as JSON, to stderr when nothing else is said; stdout is for the one line that says where the server is.
 *
 * @param level - The least that is written.
 */
export function openLogger(level = 'info', destination: DestinationStream = pino.destination({ dest: 2, sync: true })): Logger {
  return pino(
    {
      level,
      base: undefined,
      redact: { paths: [...SECRET, ...SECRET.map((name) => `*.${name}`), ...SECRET.map((name) => `*.*.${name}`)], censor: '[redacted]' },
      serializers: { err: describeError },
    },
    destination,
  );
}

/** A database's `detail` and `where` quote the values of the row, so only what names the fault is kept. */
function describeError(error: Error & { code?: unknown; constraint?: unknown }): Record<string, unknown> {
  return {
    type: error.name,
    message: error.message,
    reason: typeof error.code === 'string' ? error.code : undefined,
    constraint: error.constraint,
    stack: error.stack,
  };
}
