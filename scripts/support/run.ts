import { spawn } from 'node:child_process';

export interface Finished {
  /** Exit code; 1 when a signal ended it. */
  code: number;
  /** What it wrote, both streams in the order received; empty unless captured. */
  output: string;
  /** How long it ran, in milliseconds. */
  ms: number;
}

export interface RunOptions {
  env?: NodeJS.ProcessEnv;
  /** `capture` keeps the output, `stderr` sends all of it to ours, `inherit` each to its own. Default `inherit`. */
  output?: 'capture' | 'stderr' | 'inherit';
  /** Ends the child after so many milliseconds. Default: never. */
  timeout?: number;
  cwd?: string;
  /** User and group to run as, when we are root. */
  uid?: number;
  gid?: number;
}

const children = new Set<ReturnType<typeof spawn>>();

/** Passes a signal on to what `run` started, so that nothing is left behind. */
export function stopChildren(signal: NodeJS.Signals): void {
  for (const child of children) child.kill(signal);
}

/** Runs a command to its end. Never throws: a command that can't start ends with code 127. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const { output = 'inherit', ...rest } = options;
  const started = performance.now();
  const stdio = { capture: 'pipe', stderr: 2, inherit: 'inherit' } as const;
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...rest, stdio: ['ignore', stdio[output], stdio[output]] });
    let text = '';
    const end = (code: number) => {
      children.delete(child);
      resolve({ code, output: text, ms: performance.now() - started });
    };
    children.add(child);
    child.stdout?.setEncoding('utf8').on('data', (part: string) => (text += part));
    child.stderr?.setEncoding('utf8').on('data', (part: string) => (text += part));
    child.on('error', (error) => {
      text += error.message;
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/** Runs a script under this Node, with TypeScript understood. */
export function runNode(args: readonly string[], options?: RunOptions): Promise<Finished> {
  return run(process.execPath, ['--import', 'tsx', ...args], options);
}
