import ky from 'ky';
import * as z from 'zod/mini';
import type { AnswerOf, Operation, BodyInputOf, ParamsOf, QueryInputOf } from '../contract/index.js';
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
export type Call = <Op extends Operation>(operation: Op, input: CallInput<Op>) => Promise<AnswerOf<Op>>;

/** What a call was given, whatever its operation. */
interface Request extends CallOptions {
  params?: unknown;
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

  return async <Op extends Operation>(operation: Op, input: CallInput<Op>) => {
    const request: Request = input;
    const { signal } = request;
    signal?.throwIfAborted();
    const path = fillPath(operation, request.params);
    const headers = headersFor(operation, request, options.locale);
    const token = mayHoldToken(operation) ? tokens?.get() : undefined;
    if (isHeaderSecret(token)) headers.set('authorization', `Bearer ${token}`);

    let text: string;
    try {
      const response = await send(path, {
        method: operation.method,
        headers,
        json: request.body,
        searchParams: request.query as Record<string, string | number | undefined> | undefined,
        retry: retryFor(operation, options.retry),
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
    return read(operation, text) as AnswerOf<Op>;
  };
}

function headersFor(operation: Operation, request: Request, locale: ClientOptions['locale']): Headers {
  const headers = new Headers({ accept: 'application/json, application/problem+json' });
  if (locale) headers.set('accept-language', locale());
  if (operation.idempotent) headers.set('idempotency-key', request.idempotencyKey ?? newIdempotencyKey());
  if (operation.access === 'sign_up') {
    if (!isHeaderSecret(request.secret)) throw refusedHere('sign_up_unknown', 404);
    headers.set('sign-up-secret', request.secret);
  }
  return headers;
}

/** The token goes nowhere that it isn't needed. Signing out is open to all, and ends the session of whoever shows one. */
function mayHoldToken(operation: Operation): boolean {
  return operation.access === 'session' || operation.name === 'signOut';
}

function read(operation: Operation, text: string): unknown {
  if (!operation.answer) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new AnswerError({ cause: 'not_json' });
  }
  const answer = z.safeParse(operation.answer, json);
  if (answer.success) return answer.data;
  // Where and why, never what: the value may be anybody's.
  const [issue] = answer.error.issues;
  throw new AnswerError({ cause: `/${issue?.path.join('/') ?? ''} ${issue?.code ?? ''}` });
}
