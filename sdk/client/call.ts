import ky from 'ky';
import type { BodyInputOf, OperationName, operations, ParamsOf, QueryInputOf } from '../contract/index.js';
import { conform } from '../contract/wire/conform.js';
import type { Shape } from '../contract/wire/shape.js';
import type { Wire } from '../contract/wire/wire.js';
import { AnswerError } from '../errors.js';
import { credentialsFor, resolveBase } from './base-url.js';
import type { CallOptions } from './client.js';
import { newIdempotencyKey } from './idempotency-key.js';
import type { ClientOptions, TokenStorage } from './options.js';
import { fillPath } from './path.js';
import { failureOf, refusedHere } from './refusal.js';
import { retryFor } from './retry.js';
import { isHeaderSecret } from './token.js';
import { wholeAnswers } from './whole-answers.js';

type Given<Name extends string, Value> = [Value] extends [undefined] ? { [Key in Name]?: undefined } : { [Key in Name]: Value };

/** What an operation takes, and what every call takes. */
export type CallInput<Op> = CallOptions &
  Given<'params', ParamsOf<Op>> &
  Given<'query', QueryInputOf<Op>> &
  Given<'body', BodyInputOf<Op>> & {
    /** Of the sign-up, for the header `Sign-Up-Secret`. */
    secret?: string;
  };

/**
 * Asks the backend for one operation.
 *
 * @throws {RefusedError} when the backend refuses, or a parameter or secret can't be one.
 * @throws {UnreachableError} when no answer came, after up to three tries of what may be repeated.
 * @throws {AnswerError} when the answer isn't what the contract says; what it holds besides is ignored.
 * @throws the signal's reason, when the caller ended the call.
 */
export type Call = <Name extends OperationName, Answer = undefined>(
  wire: Wire<Name, Answer>,
  input: CallInput<(typeof operations)[Name]>,
) => Promise<Answer>;

/** What a call was given, whatever its operation. */
interface Request extends CallOptions {
  params?: object;
  query?: unknown;
  body?: unknown;
  secret?: string;
}

/** Binds {@link Call} to one backend. `tokens` is given in bearer mode only. */
export function createCall(options: ClientOptions, tokens: TokenStorage | undefined): Call {
  const base = resolveBase(options.baseUrl);
  const send = ky.create({
    prefix: base,
    credentials: credentialsFor(base, tokens ? 'bearer' : 'cookie'),
    // A redirect would carry the secrets on to an address that nobody chose.
    redirect: 'error',
    timeout: options.timeout ?? 10_000,
    fetch: wholeAnswers(options.fetch),
  });

  return async (wire, request: Request) => {
    const { signal } = request;
    signal?.throwIfAborted();
    const path = fillPath(wire, request.params);
    const headers = headersFor(wire, request, options.locale);
    const token = mayHoldToken(wire) ? tokens?.get() : undefined;
    if (isHeaderSecret(token)) headers.set('authorization', `Bearer ${token}`);

    let text: string;
    try {
      const response = await send(path, {
        method: wire.method,
        headers,
        json: request.body,
        searchParams: request.query as Record<string, string | number | undefined> | undefined,
        retry: retryFor(wire, options.retry),
        signal,
      });
      text = await response.text();
    } catch (error) {
      signal?.throwIfAborted();
      const failure = failureOf(error);
      // Such a token is dead; a newer one may have taken its place meanwhile.
      if (failure.code === 'session_required' && token !== undefined && tokens?.get() === token) tokens.set(undefined);
      throw failure;
    }
    return read(wire.answer, text);
  };
}

function headersFor(wire: Wire, request: Request, locale: ClientOptions['locale']): Headers {
  const headers = new Headers({ accept: 'application/json, application/problem+json' });
  if (locale) headers.set('accept-language', locale());
  if (wire.idempotent) headers.set('idempotency-key', request.idempotencyKey ?? newIdempotencyKey());
  if (wire.access === 'sign_up') {
    if (!isHeaderSecret(request.secret)) throw refusedHere('sign_up_unknown', 404);
    headers.set('sign-up-secret', request.secret);
  }
  return headers;
}

/** The token goes nowhere that it isn't needed. Signing out is open to all, and ends the session of whoever shows one. */
function mayHoldToken(wire: Wire): boolean {
  return wire.access === 'session' || wire.name === 'signOut';
}

function read<Answer>(shape: Shape<Answer> | undefined, text: string): Answer {
  if (!shape) return undefined as Answer;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new AnswerError({ cause: 'not_json' });
  }
  const answer = conform(shape, json);
  if (answer.misfit !== undefined) throw new AnswerError({ cause: answer.misfit });
  return answer.value;
}
