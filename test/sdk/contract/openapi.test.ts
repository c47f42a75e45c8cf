import { describe, it } from 'node:test';
import { expect } from 'chai';
import { ERROR_STATUS, openApiDocument, operations, type Operation } from '../../../sdk/contract/index.js';

interface Parameter {
  $ref?: string;
  name?: string;
  in?: string;
  required?: boolean;
  schema?: unknown;
}
interface Described {
  operationId: string;
  summary: string;
  parameters: Parameter[];
  security: Record<string, string[]>[];
  requestBody?: { content: Record<string, { schema: { additionalProperties?: boolean } }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
}
interface Document {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Described>>;
  components: {
    schemas: { Problem: { properties: { code: { examples: string[] } } } };
    securitySchemes: Record<string, unknown>;
  };
}

const document = openApiDocument('0.0.0') as unknown as Document;
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

/** Every value found under `key`, however deep. */
function allUnder(key: string, value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...allUnder(key, inner)]);
}

function resolve(ref: string): unknown {
  expect(ref).to.match(/^#\//);
  return ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step.replace(/~1/g, '/').replace(/~0/g, '~')], document);
}

describe('the OpenAPI document', () => {
  it('tells which version of OpenAPI and of the package it is', () => {
    expect(document.openapi).to.match(/^3\.1\.\d+$/);
    expect(document.info).to.include({ title: 'bdt-inscription', version: '0.0.0' });
  });

  it('survives being printed', () => {
    expect(JSON.parse(JSON.stringify(document))).to.deep.equal(document);
  });

  it('describes each operation once, under its own name, method and path', () => {
    const routes = described.map(({ path, method, operation }) => `${operation.operationId} ${method} ${path}`);
    const expected = Object.values(operations).map(({ name, method, path }) => `${name} ${method.toLowerCase()} ${path}`);
    expect(routes).to.have.members(expected);
  });

  it('has something at the end of every reference', () => {
    const refs = allUnder('$ref', document) as string[];
    expect(refs).to.not.be.empty;
    for (const ref of refs) expect(resolve(ref), ref).to.be.an('object');
  });

  it('declares exactly the parameters that stand in a path, and requires them', () => {
    for (const { path, operation } of described) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = operation.parameters.filter((parameter) => parameter.in === 'path');
      expect(declared.map(({ name }) => name), path).to.have.members(inPath);
      for (const parameter of operation.parameters.filter(({ $ref }) => !$ref)) {
        expect(parameter.schema, `${path} ${parameter.name}`).to.be.an('object');
        if (parameter.in === 'path') expect(parameter.required).to.equal(true);
      }
    }
  });

  it('asks for no page number, which is 1 by default', () => {
    const search = document.paths['/v1/structures']?.['get'];
    expect(search?.parameters.map(({ name, required }) => [name, required])).to.deep.equal([
      ['q', true],
      ['page', false],
    ]);
  });

  it('names every code that a backend can answer', () => {
    expect(document.components.schemas.Problem.properties.code.examples).to.have.members(Object.keys(ERROR_STATUS));
  });

  it('lists the refusals of each operation under their status', () => {
    for (const operation of Object.values(operations) as unknown as Operation[]) {
      const at = document.paths[operation.path]?.[operation.method.toLowerCase()];
      for (const code of operation.errors) {
        expect(at?.responses[ERROR_STATUS[code]]?.description, `${operation.name} ${code}`).to.include(`\`${code}\``);
      }
      expect(at?.responses[operation.status], operation.name).to.be.an('object');
    }
  });

  it('knows every way in that it asks for', () => {
    const names = described.flatMap(({ operation }) => operation.security.flatMap((way) => Object.keys(way)));
    for (const name of names) expect(document.components.securitySchemes).to.have.property(name);
  });

  it('closes bodies, and leaves answers open to what comes later', () => {
    for (const { operation } of described) {
      const body = operation.requestBody?.content['application/json']?.schema;
      if (body) expect(allUnder('additionalProperties', body), operation.operationId).to.include(false);
      expect(allUnder('additionalProperties', operation.responses), operation.operationId).to.deep.equal([]);
    }
  });
});
