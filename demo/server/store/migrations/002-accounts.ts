import type { Migration } from './migration.js';

/** People: those who ask for an account, those who have one, and their sessions. */
export const accounts: Migration = {
  id: '002-accounts',
  sql: `
CREATE TABLE accounts (
  account_id text PRIMARY KEY,
  login_id text NOT NULL UNIQUE,
  civility text NOT NULL,
  first_name text NOT NULL,
  last_name text NOT NULL,
  email text NOT NULL,
  -- The address in the form that two spellings of it share.
  email_key text NOT NULL UNIQUE,
  sector text NOT NULL,
  locale text NOT NULL,
  password_hash text NOT NULL,
  created_at timestamptz NOT NULL
);

-- Every identifier ever given; outlives its account, so that none is given twice.
CREATE TABLE login_ids (
  login_id text PRIMARY KEY,
  created_at timestamptz NOT NULL
);

CREATE TABLE password_history (
  account_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
  password_hash text NOT NULL,
  set_at timestamptz NOT NULL
);
CREATE INDEX password_history_account ON password_history (account_id);

CREATE TABLE consents (
  consent_id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
  subject text NOT NULL CHECK (subject IN ('terms', 'privacy', 'offers')),
  accepted boolean NOT NULL,
  -- Of terms and privacy.
  version text,
  -- Of offers: the sentence that stood beside the box.
  wording text,
  channel text NOT NULL,
  given_at timestamptz NOT NULL
);
CREATE INDEX consents_account ON consents (account_id);

CREATE TABLE sign_ups (
  sign_up_id text PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('pending', 'confirmed', 'expired')),
  civility text NOT NULL,
  first_name text NOT NULL,
  last_name text NOT NULL,
  email text NOT NULL,
  email_key text NOT NULL,
  sector text NOT NULL,
  locale text NOT NULL,
  -- Emptied once confirmed or expired.
  password_hash text NOT NULL,
  offers_accepted boolean NOT NULL,
  offers_wording text NOT NULL,
  terms_version text NOT NULL,
  privacy_version text NOT NULL,
  created_at timestamptz NOT NULL,
  login_id text
);
CREATE INDEX sign_ups_email ON sign_ups (email_key);
CREATE INDEX sign_ups_created ON sign_ups (created_at);

-- A sign-up that was taken up again by signing in has one more.
CREATE TABLE sign_up_secrets (
  secret_digest text PRIMARY KEY,
  sign_up_id text NOT NULL REFERENCES sign_ups ON DELETE CASCADE
);
CREATE INDEX sign_up_secrets_sign_up ON sign_up_secrets (sign_up_id);

-- The code in force of each sign-up: a new one replaces it.
CREATE TABLE sign_up_codes (
  sign_up_id text PRIMARY KEY REFERENCES sign_ups ON DELETE CASCADE,
  code_digest text NOT NULL,
  digits integer NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  -- False when no mail carried it, as for an address that has an account: it can be tried, and is always wrong.
  usable boolean NOT NULL,
  -- The mail that carried it.
  template text NOT NULL,
  expires_at timestamptz NOT NULL
);

-- Mails with a code, per address, for the allowance of a day. The address is hashed.
CREATE TABLE code_mails (
  address_digest text NOT NULL,
  sent_at timestamptz NOT NULL
);
CREATE INDEX code_mails_address ON code_mails (address_digest, sent_at);
CREATE INDEX code_mails_sent ON code_mails (sent_at);

-- Tries of codes, written before the comparison and taken back when the code was right.
CREATE TABLE wrong_codes (
  wrong_code_id text PRIMARY KEY,
  address_digest text NOT NULL,
  tried_at timestamptz NOT NULL
);
CREATE INDEX wrong_codes_address ON wrong_codes (address_digest, tried_at);
CREATE INDEX wrong_codes_tried ON wrong_codes (tried_at);

-- Addresses whose codes are long.
CREATE TABLE long_codes (
  address_digest text PRIMARY KEY,
  until timestamptz NOT NULL
);

-- Failures of an account, or of a login that nobody has, which must look the same.
CREATE TABLE sign_in_failures (
  subject text PRIMARY KEY,
  -- In a row.
  failures integer NOT NULL,
  next_try_at timestamptz NOT NULL,
  day_began_at timestamptz NOT NULL,
  failures_of_day integer NOT NULL
);

CREATE TABLE sessions (
  session_id text PRIMARY KEY,
  token_digest text NOT NULL UNIQUE,
  account_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
  transport text NOT NULL CHECK (transport IN ('cookie', 'bearer')),
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL
);
CREATE INDEX sessions_account ON sessions (account_id);
CREATE INDEX sessions_seen ON sessions (last_seen_at);
`,
};
