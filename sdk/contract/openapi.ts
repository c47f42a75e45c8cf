import * as z from 'zod/mini';
import { COMMON_ERRORS, ERROR_STATUS, IDEMPOTENCY_ERRORS, type ErrorCode } from './error-codes.js';
import type { Operation } from './operation.js';
import { operations } from './operations.js';
import { problem } from './problem.js';

export type JsonObject = Record<string, unknown>;

const SECURITY: Record<Operation['access'], JsonObject[]> = {
  public: [],
  sign_up: [{ signUpSecret: [] }],
  session: [{ cookie: [] }, { bearer: [] }],
};

/** As it goes over the wire, on the way in as on the way out: an answer may hold more than is written here. */
function schemaOf(schema: z.ZodMiniType): JsonObject {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonObject;
  return rest;
}

/** Names the codes without closing the list, which a later backend may lengthen. */
function problemSchema(): JsonObject {
  const { properties, ...rest } = schemaOf(problem) as { properties: JsonObject };
  const code = { type: 'string', description: 'For programs; another may come.', examples: Object.keys(ERROR_STATUS) };
  return { ...rest, properties: { ...properties, code } };
}

function parametersIn(place: 'path' | 'query', schema: z.ZodMiniType | undefined): JsonObject[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema) as { properties?: JsonObject; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function refusals(op: Operation): JsonObject {
  const byStatus = new Map<number, ErrorCode[]>();
  const ofKey = op.idempotent ? IDEMPOTENCY_ERRORS : [];
  for (const code of new Set([...op.errors, ...ofKey, ...COMMON_ERRORS])) {
    const status = ERROR_STATUS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `\`${code}\``).join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

function describe(op: Operation): JsonObject {
  const answer = op.answer
    ? { description: 'Done.', content: { 'application/json': { schema: schemaOf(op.answer) } } }
    : { description: 'Done; no content.' };
  const key = op.idempotent ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : [];
  return {
    operationId: op.name,
    summary: op.summary,
    security: SECURITY[op.access],
    parameters: [...parametersIn('path', op.params), ...parametersIn('query', op.query), ...key],
    ...(op.body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(op.body) } } },
    }),
    responses: { [op.status]: answer, ...refusals(op) },
  };
}

/**
 * Prints the contract as OpenAPI 3.1.
 *
 * @param version - Version of the package that it describes.
 */
export function openApiDocument(version: string): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const op of Object.values(operations) as unknown as Operation[]) {
    (paths[op.path] ??= {})[op.method.toLowerCase()] = describe(op);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'bdt-inscription',
      version,
      description: 'Online registration for organisations: sign-up, session, structures, habilitations, letters.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: problemSchema() },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description: 'The same key with the same body gives the first answer again, for 24 h; with another body it is refused.',
          schema: { type: 'string', maxLength: 64 },
        },
      },
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: 'bdt_session' },
        bearer: { type: 'http', scheme: 'bearer' },
        signUpSecret: { type: 'apiKey', in: 'header', name: 'Sign-Up-Secret' },
      },
    },
  };
}
