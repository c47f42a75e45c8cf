import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { fieldProblems, operations, type BodyInputOf, type Operation, type OperationName } from '../../../sdk/contract/index.js';

const signUp: BodyInputOf<typeof operations.createSignUp> = {
  civility: 'mrs',
  firstName: '  Zoé ',
  lastName: "L'Hostis",
  email: 'zoe.lhostis@mairie.example',
  password: 'Marée basse 29',
  sector: 'local_authorities',
  offers: { accepted: false, wording: 'Oui, je veux recevoir les offres.' },
  terms: { termsVersion: '2026-01', privacyVersion: '2026-01' },
  locale: 'fr',
};

/** One right body for each operation that takes one. */
const bodies: Record<string, object> = {
  createSignUp: signUp,
  correctSignUpEmail: { email: 'zoe@mairie.example' },
  confirmSignUp: { code: '0429' },
  signIn: { login: 'zoel123', password: 'Marée basse 29', transport: 'cookie' },
  createMembership: { siret: '732 829 320 00074' },
  updateMembership: { jobFunction: 'accountant' },
  createHabilitation: { membershipId: 'm1', serviceId: 'encours', acceptedCase: 'first_user' },
  decideHabilitation: { decision: 'refuse', reason: 'N’est plus au service.' },
  activateClaim: { code: 'abcde-12345', handedOver: true },
};

/** By name, with the types of one operation like another. */
const by = operations as unknown as Record<OperationName, Operation>;

function problemsOf(operation: Operation, body: unknown): string[] {
  const judged = z.safeParse(operation.body!, body);
  return judged.success ? [] : fieldProblems(judged.error).map(({ pointer, code }) => `${pointer} ${code}`);
}

const withBody = Object.values(by).filter(({ body }) => body);

describe('what may be sent', () => {
  it('has an example here for every operation that takes a body', () => {
    expect(Object.keys(bodies)).to.have.members(withBody.map(({ name }) => name));
  });

  it('is let in when it is right', () => {
    for (const operation of withBody) expect(problemsOf(operation, bodies[operation.name]), operation.name).to.deep.equal([]);
  });

  it('is refused with any field besides, whatever it holds', () => {
    for (const operation of withBody) {
      const known = Object.keys(bodies[operation.name] ?? {});
      fc.assert(
        fc.property(
          fc.stringMatching(/^[a-zA-Z]\w{0,20}$/).filter((name) => !known.includes(name) && !(name in {})),
          fc.anything(),
          (name, value) => {
            const body = { ...bodies[operation.name], [name]: value };
            expect(problemsOf(operation, body)).to.deep.equal([`/${name} field_unknown`]);
          },
        ),
        { numRuns: 50 },
      );
    }
  });

  it('points into what is nested', () => {
    const offers = { ...signUp.offers, wording: '', channel: 'sms' };
    expect(problemsOf(by.createSignUp, { ...signUp, offers })).to.have.members([
      '/offers/wording text_required',
      '/offers/channel field_unknown',
    ]);
  });

  it('is refused by field, with a code and never with what was typed', () => {
    const secret = 'Ab1-do-not-repeat';
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const judged = z.safeParse(operations.createSignUp.body!, { [secret]: secret, email: secret, locale: secret, offers: value });
        expect(judged.success).to.equal(false);
        for (const problem of fieldProblems(judged.error!)) {
          expect(problem.code).to.match(/^[a-z][a-z0-9_]*$/);
          expect(JSON.stringify(problem)).to.not.include(secret);
        }
      }),
    );
  });

  it('is told from what is missing or of another kind', () => {
    expect(problemsOf(by.correctSignUpEmail, {})).to.deep.equal(['/email field_invalid']);
    expect(problemsOf(by.correctSignUpEmail, { email: ['a@b.fr'] })).to.deep.equal(['/email field_invalid']);
    expect(problemsOf(by.correctSignUpEmail, null)).to.deep.equal([' field_invalid']);
  });
});

describe("a field's own rule", () => {
  const cases: [Operation, string, unknown, string][] = [
    [by.createSignUp, 'civility', undefined, '/civility civility_required'],
    [by.createSignUp, 'firstName', '', '/firstName name_required'],
    [by.createSignUp, 'firstName', '<img onerror=x>', '/firstName name_invalid'],
    [by.createSignUp, 'lastName', 'R2D2', '/lastName name_invalid'],
    [by.createSignUp, 'password', 'abc', '/password password_too_short'],
    [by.createSignUp, 'password', 'a'.repeat(1_000_000), '/password password_too_long'],
    [by.createMembership, 'siret', '73282932000075', '/siret siret_invalid'],
    [by.confirmSignUp, 'code', '12', '/code code_incomplete'],
    [by.updateMembership, 'jobFunction', 'king', '/jobFunction job_function_required'],
    [by.activateClaim, 'handedOver', false, '/handedOver handed_over_required'],
    [by.decideHabilitation, 'reason', ' ', '/reason text_required'],
  ];

  for (const [operation, field, value, expected] of cases) {
    it(`says ${expected.split(' ')[1]} for ${JSON.stringify(value)?.slice(0, 20) ?? 'nothing'} as ${field}`, () => {
      expect(problemsOf(operation, { ...bodies[operation.name], [field]: value })).to.deep.equal([expected]);
    });
  }

  it('hands over what was typed in its normal form', () => {
    const body = z.parse(operations.createSignUp.body!, { ...signUp, firstName: '  Zoe\u0301 ' });
    expect(body.firstName).to.equal('Zo\u00e9');
    expect(z.parse(operations.createMembership.body!, { siret: '732 829 320 00074' }).siret).to.equal('73282932000074');
  });
});
