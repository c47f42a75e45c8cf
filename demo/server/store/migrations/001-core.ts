import type { Migration } from './migration.js';

/** What every part of the backend stands on: time, counts, answers kept, mails. */
export const core: Migration = {
  id: '001-core',
  sql: `
-- How far the application's time is from the machine's; one row, or none.
CREATE TABLE app_clock (
  id integer PRIMARY KEY CHECK (id = 1),
  offset_seconds double precision NOT NULL
);

-- Requests of one client in one minute.
CREATE TABLE request_counts (
  client text NOT NULL,
  allowance text NOT NULL,
  minute timestamptz NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (client, allowance, minute)
);
CREATE INDEX request_counts_minute ON request_counts (minute);

-- First answers, for requests that come again under the same Idempotency-Key.
CREATE TABLE kept_answers (
  scope text PRIMARY KEY,
  body_digest text NOT NULL,
  -- NULL while the first request is under way.
  answer text,
  -- Until when the first request may take, by the machine's clock.
  lease_until timestamptz NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX kept_answers_created ON kept_answers (created_at);

CREATE TABLE mails (
  mail_id text PRIMARY KEY,
  -- No reference: closing an account erases its mails by itself.
  account_id text,
  -- NULL once sent.
  payload text,
  state text NOT NULL CHECK (state IN ('queued', 'sent', 'refused')),
  created_at timestamptz NOT NULL,
  ended_at timestamptz,
  -- Two mails of one transaction have the same time.
  number bigint GENERATED ALWAYS AS IDENTITY
);
CREATE INDEX mails_account ON mails (account_id);
CREATE INDEX mails_number ON mails (number);
`,
};
