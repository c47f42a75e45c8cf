import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './support/run.js';

/**
 * Flags for every Chromium the tests start. No sandbox, because it refuses to start as root, which is what a container
 * runs as; nothing that calls home; no QUIC, which would pass by a proxy.
 */
export const chromiumFlags: readonly string[] = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Linux only; brings its own Chromium, and needs NSS and one font on the system. */
const fallback = { name: '@sparticuz/chromium', version: '153.0.0', folder: '.cache' };

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...usualPlaces].find(isExecutable);
}

async function fromDebian(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  console.error('No Chromium found: installing the one of the distribution…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env, output: 'capture' });
  const args = ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'];
  await run('apt-get', args, { env, output: 'stderr' });
  return installed();
}

async function fromNpm(): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  const folder = resolve(fallback.folder, 'node_modules', fallback.name);
  if (!existsSync(folder)) {
    console.error(`No Chromium found: fetching ${fallback.name} with npm…`);
    const args = ['install', '--no-save', '--no-package-lock', '--prefix', fallback.folder, `${fallback.name}@${fallback.version}`];
    const { code } = await run('npm', args, { output: 'stderr' });
    if (code !== 0) return undefined;
  }
  const module = (await import(pathToFileURL(join(folder, 'build/esm/index.js')).href)) as {
    default: { executablePath(): Promise<string> };
  };
  const path = await module.default.executablePath();
  const { code } = await run(path, ['--version', '--no-sandbox', '--headless'], { output: 'capture', timeout: 20_000 });
  return code === 0 ? path : undefined;
}

/**
 * Path of a Chromium or Chrome: the one `CHROME_PATH` names, else one that is installed, else one installed now
 * (by apt as root on Debian, by npm on another Linux).
 *
 * @throws {Error} whose sentence says what to do, when there is none and none can be installed.
 */
export async function findBrowser(): Promise<string> {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`CHROME_PATH is ${named}, which can't be run. Set it to a Chromium or Chrome, or unset it.`);
  }
  const found = installed() ?? (await fromDebian()) ?? (await fromNpm().catch(() => undefined));
  if (found) return found;
  throw new Error('No browser for the tests. Install Chromium or Chrome, or set CHROME_PATH to one, and run again.');
}
