import type { AnswerError, RefusedError, UnreachableError } from '../errors.js';
import type { AnswerOf, BodyInputOf, operations } from '../contract/index.js';

type Ops = typeof operations;

/** What a call may be given besides its input. */
export interface CallOptions {
  /** Ends the call early; it then throws the signal's reason. */
  signal?: AbortSignal;
  /** Makes a repeated call give the first answer again; one is made up for each call when absent. */
  idempotencyKey?: string;
}

/** What the holder of a sign-up proves it with. */
export interface SignUpHandle {
  signUpId: string;
  secret: string;
}

/**
 * Everything that a backend can be asked.
 *
 * Each call throws a {@link RefusedError} when the backend refuses, an {@link UnreachableError} when no answer came,
 * and an {@link AnswerError} when the answer makes no sense.
 */
export interface BdtClient {
  readonly signUps: {
    create(input: BodyInputOf<Ops['createSignUp']>, options?: CallOptions): Promise<AnswerOf<Ops['createSignUp']>>;
    read(handle: SignUpHandle, options?: CallOptions): Promise<AnswerOf<Ops['readSignUp']>>;
    resendCode(handle: SignUpHandle, options?: CallOptions): Promise<AnswerOf<Ops['resendSignUpCode']>>;
    correctEmail(handle: SignUpHandle, email: string, options?: CallOptions): Promise<AnswerOf<Ops['correctSignUpEmail']>>;
    confirm(handle: SignUpHandle, code: string, options?: CallOptions): Promise<AnswerOf<Ops['confirmSignUp']>>;
  };
  readonly sessions: {
    /** The transport is the client's own setting. */
    signIn(input: { login: string; password: string }, options?: CallOptions): Promise<AnswerOf<Ops['signIn']>>;
    read(options?: CallOptions): Promise<AnswerOf<Ops['readSession']>>;
    signOut(options?: CallOptions): Promise<void>;
  };
  readonly structures: {
    search(query: string, page?: number, options?: CallOptions): Promise<AnswerOf<Ops['searchStructures']>>;
    read(siret: string, options?: CallOptions): Promise<AnswerOf<Ops['readStructure']>>;
  };
  readonly memberships: {
    list(options?: CallOptions): Promise<AnswerOf<Ops['listMemberships']>['results']>;
    create(siret: string, options?: CallOptions): Promise<AnswerOf<Ops['createMembership']>>;
    update(membershipId: string, input: BodyInputOf<Ops['updateMembership']>, options?: CallOptions): Promise<AnswerOf<Ops['updateMembership']>>;
  };
  readonly services: {
    list(membershipId?: string, options?: CallOptions): Promise<AnswerOf<Ops['listServices']>['results']>;
  };
  readonly habilitations: {
    readCase(membershipId: string, serviceId: string, options?: CallOptions): Promise<AnswerOf<Ops['readHabilitationCase']>['case']>;
    create(input: BodyInputOf<Ops['createHabilitation']>, options?: CallOptions): Promise<AnswerOf<Ops['createHabilitation']>>;
    cancel(habilitationId: string, options?: CallOptions): Promise<AnswerOf<Ops['cancelHabilitation']>>;
    decide(habilitationId: string, decision: BodyInputOf<Ops['decideHabilitation']>, options?: CallOptions): Promise<AnswerOf<Ops['decideHabilitation']>>;
  };
  readonly claims: {
    read(claimId: string, options?: CallOptions): Promise<AnswerOf<Ops['readClaim']>>;
    activate(claimId: string, code: string, options?: CallOptions): Promise<AnswerOf<Ops['activateClaim']>>;
    resendLetter(claimId: string, options?: CallOptions): Promise<AnswerOf<Ops['resendLetter']>>;
    cancel(claimId: string, options?: CallOptions): Promise<AnswerOf<Ops['cancelClaim']>>;
  };
  readonly administration: {
    listRequests(membershipId: string, page?: number, options?: CallOptions): Promise<AnswerOf<Ops['listRequests']>>;
    listUsers(membershipId: string, page?: number, options?: CallOptions): Promise<AnswerOf<Ops['listUsers']>>;
  };
}
