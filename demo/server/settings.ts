import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { join } from 'node:path';

const SECRET_KEY_MIN = 32;

/** A setting is wrong; the message is one sentence that names it. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/** A variable's value; nothing when it is absent or empty. */
export function setting(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

export function wholeNumber(env: NodeJS.ProcessEnv, name: string, least: number, most: number): number | undefined {
  const value = setting(env, name);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most) {
    throw new SettingError(`${name} must be a whole number from ${least} to ${most}.`);
  }
  return number;
}

/** `localhost`, `127.0.0.0/8` or `::1`, without a port. */
export function isLoopbackName(name: string): boolean {
  const bare = name.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare);
}

/** Scheme, name and port, and nothing after them but a slash. */
export function readOrigin(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = setting(env, name);
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const web = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (!url || !web || url.href !== `${url.origin}/`) {
    throw new SettingError(`${name} must hold http:// or https://, a name and maybe a port, without a path.`);
  }
  return url.origin;
}

/** Addresses and ranges (`10.0.0.0/8`), separated by commas. */
export function readProxies(env: NodeJS.ProcessEnv): BlockList {
  const list = new BlockList();
  for (const entry of (setting(env, 'TRUSTED_PROXIES') ?? '').split(',').map((part) => part.trim())) {
    if (entry === '') continue;
    const [address = '', bits, ...more] = entry.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    const most = family === 'ipv6' ? 128 : 32;
    const length = bits === undefined ? most : Number(bits);
    if (isIP(address) === 0 || more.length > 0 || !/^\d+$/.test(bits ?? '0') || length > most) {
      throw new SettingError('TRUSTED_PROXIES must hold addresses or ranges such as 10.0.0.0/8, separated by commas.');
    }
    list.addSubnet(address, length, family);
  }
  return list;
}

/**
 * The key that secrets are hashed and sealed under.
 *
 * @param mayMake - Whether one may be made and kept in the data folder: not when other processes must have the same.
 */
export function readSecretKey(env: NodeJS.ProcessEnv, dataDir: string, mayMake: boolean): string {
  const given = setting(env, 'SECRET_KEY');
  if (given !== undefined) {
    if (given.length < SECRET_KEY_MIN) throw new SettingError(`SECRET_KEY must have ${SECRET_KEY_MIN} characters or more.`);
    return given;
  }
  if (!mayMake) throw new SettingError('SECRET_KEY must be set when DATABASE_URL is set.');
  const path = join(dataDir, 'secret-key');
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch {
    throw new SettingError(`DATA_DIR must be a folder that can be written to: ${dataDir} can't.`);
  }
  try {
    // "wx": of two processes that start at once, one makes the key and both read it.
    writeFileSync(path, randomBytes(SECRET_KEY_MIN).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new SettingError(`DATA_DIR must be a folder that can be written to: ${dataDir} can't.`);
    }
  }
  const kept = readFileSync(path, 'utf8').trim();
  if (kept.length < SECRET_KEY_MIN) throw new SettingError(`SECRET_KEY is damaged in ${path}: restore it, or set SECRET_KEY.`);
  return kept;
}
