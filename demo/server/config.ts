import { join, resolve } from 'node:path';
import type { BlockList } from 'node:net';
import { LIMITS } from './limits.js';
import { isLoopbackName, readOrigin, readProxies, readSecretKey, setting, SettingError, wholeNumber } from './settings.js';

export { SettingError } from './settings.js';

export type DirectoryKind = 'embedded' | 'sirene' | 'api';

/** What the environment says, judged and completed. */
export interface Settings {
  /** 0: any free one. */
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** None: PGlite in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** None: mails are kept for the console. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Absolute; one PDF per letter, named by its id. */
  readonly letterDir: string;
  /** Origin under which people reach the portal; none: made up from host and port. */
  readonly givenPublicUrl: string | undefined;
  /** Other origins whose pages may call the API, in bearer mode. */
  readonly allowedOrigins: readonly string[];
  readonly secretKey: string;
  /** Addresses of the proxies that may name the client in `X-Forwarded-For`. */
  readonly trustedProxies: BlockList;
  /** Whether the console and its clock are open. */
  readonly qa: boolean;
  readonly directory: DirectoryKind;
  /** Requests of one client address in a minute. */
  readonly requests: { readonly perMinute: number; readonly sensitivePerMinute: number };
}

export interface Config extends Settings {
  /** Origin for links in mails, without a slash at the end. */
  readonly publicUrl: string;
}

/** "Every interface" is no address that anyone can open. */
const WILDCARDS: ReadonlySet<string> = new Set(['0.0.0.0', '::', '[::]']);

/** The settings, once the port is known. */
export function withPort(settings: Settings, port: number): Config {
  const name = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  return { ...settings, port, publicUrl: settings.givenPublicUrl ?? `http://${name}:${port}` };
}

function urlWith(env: NodeJS.ProcessEnv, name: string, schemes: readonly string[]): string | undefined {
  const value = setting(env, name);
  if (value === undefined) return undefined;
  if (!URL.canParse(value) || !schemes.includes(new URL(value).protocol)) {
    throw new SettingError(`${name} must be an address that starts with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}.`);
  }
  return value;
}

function oneOf<T extends string>(env: NodeJS.ProcessEnv, name: string, values: readonly T[], standard: T): T {
  const value = setting(env, name) ?? standard;
  const found = values.find((known) => known === value);
  if (found === undefined) throw new SettingError(`${name} must be one of ${values.join(', ')}.`);
  return found;
}

/**
 * Reads the environment; makes and keeps the secret key when it may.
 *
 * @throws {SettingError} with one sentence that names the first setting that is wrong.
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const host = setting(env, 'HOST') ?? '127.0.0.1';
  const dataDir = resolve(setting(env, 'DATA_DIR') ?? '.data');
  const databaseUrl = urlWith(env, 'DATABASE_URL', ['postgres:', 'postgresql:']);
  const smtpUrl = urlWith(env, 'SMTP_URL', ['smtp:', 'smtps:']);
  const letterDir = setting(env, 'LETTER_DIR');
  if (databaseUrl !== undefined && letterDir === undefined) {
    throw new SettingError('LETTER_DIR must name a folder that all processes share when DATABASE_URL is set.');
  }
  const givenPublicUrl = readOrigin(env, 'PUBLIC_URL');
  if (WILDCARDS.has(host) && givenPublicUrl === undefined) {
    throw new SettingError(`PUBLIC_URL must be set when HOST is ${host}: mails and letters need an address that people can open.`);
  }
  const qaByDefault = isLoopbackName(host) && databaseUrl === undefined && smtpUrl === undefined;
  const qa = oneOf(env, 'QA', ['on', 'off'], qaByDefault ? 'on' : 'off') === 'on';
  if (!qa && smtpUrl === undefined) throw new SettingError('SMTP_URL must be set when QA is off, or no mail would ever leave.');
  const port = wholeNumber(env, 'PORT', 0, 65_535) ?? 8080;
  // The figure of production stays what it is, whatever a test run left in the environment.
  const perMinute = (qa ? wholeNumber(env, 'QA_REQUESTS_PER_MINUTE', 1, 1_000_000) : undefined) ?? LIMITS.request.perMinute;
  const sensitivePerMinute = (qa ? wholeNumber(env, 'QA_REQUESTS_PER_MINUTE', 1, 1_000_000) : undefined) ?? LIMITS.request.sensitivePerMinute;
  return {
    port,
    host,
    dataDir,
    databaseUrl,
    smtpUrl,
    mailFrom: setting(env, 'MAIL_FROM') ?? 'Espace personnel <ne-pas-repondre@localhost>',
    letterDir: letterDir === undefined ? join(dataDir, 'letters') : resolve(letterDir),
    givenPublicUrl,
    allowedOrigins: (setting(env, 'ALLOWED_ORIGINS') ?? '')
      .split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== '')
      .map((origin) => readOrigin({ ALLOWED_ORIGINS: origin }, 'ALLOWED_ORIGINS') ?? origin),
    secretKey: readSecretKey(env, dataDir, databaseUrl === undefined),
    trustedProxies: readProxies(env),
    qa,
    directory: oneOf(env, 'DIRECTORY', ['embedded', 'sirene', 'api'], 'embedded'),
    requests: { perMinute, sensitivePerMinute },
  };
}
