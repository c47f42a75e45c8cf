import { LIMITS } from '../limits.js';
import { Refusal } from '../refusal.js';

/** Deeper than any body of the contract. */
const DEPTH_MAX = 16;

async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('Content-Length') ?? 0) > LIMITS.request.bodyBytes) throw new Refusal('request_too_large');
  if (!request.body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > LIMITS.request.bodyBytes) {
      void reader.cancel();
      throw new Refusal('request_too_large');
    }
    parts.push(value);
  }
  return Buffer.concat(parts);
}

/** Counts brackets outside strings, before a parser walks into them. One pass, whatever the text: no expression that looks back. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') inString = !inString;
    else if (inString && character === '\\') at += 1;
    else if (inString) continue;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > DEPTH_MAX) return true;
  }
  return false;
}

/**
 * Reads a JSON body.
 *
 * @returns `undefined` when there is none.
 * @throws {Refusal} `request_too_large`, `media_type_unsupported` or `request_malformed`.
 */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request);
  if (bytes.byteLength === 0) return undefined;
  const [type = '', ...parameters] = (request.headers.get('Content-Type') ?? '').toLowerCase().split(';').map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  if (type !== 'application/json' || (charset !== undefined && charset.replaceAll('"', '') !== 'charset=utf-8')) {
    throw new Refusal('media_type_unsupported');
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (isTooDeep(text)) throw new Refusal('request_malformed');
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal('request_malformed');
  }
}
