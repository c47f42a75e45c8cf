import { ensureBuilt } from './support/ensure-built.js';

/** `npm start`: builds what it must, then becomes the server, which prints the one line on stdout and minds the signals. */
try {
  await ensureBuilt(['library', 'demo']);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
await import('../demo/server/main.js');
