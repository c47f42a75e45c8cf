import { describe, it } from 'node:test';
import { expect } from 'chai';
import { COMMON_ERRORS, ERROR_STATUS, IDEMPOTENCY_ERRORS, operations, type ErrorCode, type Operation } from '../../../sdk/contract/index.js';

const all = Object.entries(operations) as unknown as [string, Operation][];

describe('the operations of the contract', () => {
  it('are called by the name they are listed under', () => {
    for (const [key, operation] of all) expect(operation.name).to.equal(key);
  });

  it('never share a method and a path', () => {
    const routes = all.map(([, { method, path }]) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`);
    expect(new Set(routes).size).to.equal(routes.length);
  });

  it('give a repeated creation or mail the first answer again, but never the try of a secret', () => {
    const withoutKey = all.filter(([, { method, idempotent }]) => method === 'POST' && !idempotent).map(([name]) => name);
    expect(withoutKey).to.have.members(['signIn', 'confirmSignUp', 'activateClaim']);
  });

  it('count against the smaller allowance wherever a secret is tried', () => {
    for (const operation of [operations.signIn, operations.confirmSignUp, operations.activateClaim]) {
      expect(operation.sensitive, operation.name).to.equal(true);
    }
  });

  it('ask nobody but the signed-in person, the holder of a sign-up, and for three public things anyone', () => {
    const publicOnes = all.filter(([, { access }]) => access === 'public').map(([name]) => name);
    expect(publicOnes).to.have.members(['createSignUp', 'signIn', 'signOut', 'searchStructures', 'readStructure']);
  });

  it('say that a session is required wherever one is, and nowhere else', () => {
    for (const [name, { access, errors }] of all) {
      expect(errors.includes('session_required'), name).to.equal(access === 'session');
    }
  });

  it('answer each refusal at least once, those of an unknown address apart', () => {
    const given = new Set<ErrorCode>([...COMMON_ERRORS, ...IDEMPOTENCY_ERRORS, ...all.flatMap(([, { errors }]) => errors)]);
    const never = (Object.keys(ERROR_STATUS) as ErrorCode[]).filter((code) => !given.has(code));
    expect(never).to.deep.equal(['method_not_allowed']);
  });

  it('have an answer unless their status says that there is none', () => {
    for (const [name, { status, answer }] of all) expect(answer === undefined, name).to.equal(status === 204);
  });
});
