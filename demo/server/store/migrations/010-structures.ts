import type { Migration } from './migration.js';

/** Structures, who belongs to them, who administers them, and what they may use. */
export const structuresMigration: Migration = {
  id: '010-structures',
  sql: `
-- One row per structure that somebody attached to. Whoever changes who administers it, or what is asked for there, locks this row.
CREATE TABLE structures (
  siret text PRIMARY KEY,
  -- What the directory said last, for the times when it doesn't answer.
  facts jsonb NOT NULL,
  facts_at timestamptz NOT NULL
);

CREATE TABLE memberships (
  membership_id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts (account_id),
  siret text NOT NULL REFERENCES structures (siret),
  state text NOT NULL CHECK (state IN ('active', 'ended')),
  is_default boolean NOT NULL,
  job_function text,
  created_at timestamptz NOT NULL,
  ended_at timestamptz,
  CHECK ((state = 'ended') = (ended_at IS NOT NULL))
);
CREATE UNIQUE INDEX memberships_one_active ON memberships (account_id, siret) WHERE state = 'active';
CREATE UNIQUE INDEX memberships_one_default ON memberships (account_id) WHERE state = 'active' AND is_default;
CREATE INDEX memberships_of_structure ON memberships (siret) WHERE state = 'active';

-- Case 1, accepted.
CREATE TABLE claims (
  claim_id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts (account_id),
  membership_id text NOT NULL REFERENCES memberships (membership_id),
  siret text NOT NULL REFERENCES structures (siret),
  state text NOT NULL CHECK (state IN ('open', 'activated', 'lapsed', 'cancelled', 'disowned')),
  -- The structure as it was when case 1 was accepted.
  structure jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  -- Counted from the departure of the first letter; null until then.
  expires_at timestamptz,
  ended_at timestamptz,
  CHECK ((state = 'open') = (ended_at IS NULL))
);
CREATE UNIQUE INDEX claims_one_open ON claims (siret) WHERE state = 'open';
CREATE INDEX claims_of_person ON claims (account_id, siret);

CREATE TABLE administrators (
  administrator_id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts (account_id),
  membership_id text NOT NULL REFERENCES memberships (membership_id),
  siret text NOT NULL REFERENCES structures (siret),
  claim_id text REFERENCES claims (claim_id),
  state text NOT NULL CHECK (state IN ('future', 'active', 'ended')),
  created_at timestamptz NOT NULL,
  activated_at timestamptz,
  ended_at timestamptz
);
CREATE UNIQUE INDEX administrators_one_future ON administrators (siret) WHERE state = 'future';
CREATE UNIQUE INDEX administrators_one_live ON administrators (membership_id) WHERE state <> 'ended';
CREATE INDEX administrators_of_structure ON administrators (siret) WHERE state <> 'ended';

CREATE TABLE letters (
  letter_id text PRIMARY KEY,
  claim_id text NOT NULL REFERENCES claims (claim_id),
  account_id text NOT NULL REFERENCES accounts (account_id),
  siret text NOT NULL REFERENCES structures (siret),
  -- 1 for the first letter of its claim.
  number integer NOT NULL,
  state text NOT NULL CHECK (state IN ('queued', 'sent', 'used', 'expired', 'cancelled')),
  address_lines text[] NOT NULL,
  code_digest text NOT NULL,
  -- The code itself, under a key that is not here; only until the PDF is made.
  sealed_code text,
  tries integer NOT NULL DEFAULT 0,
  requested_at timestamptz NOT NULL,
  sent_at timestamptz,
  expires_at timestamptz,
  ended_at timestamptz,
  -- Whether its PDF may still be in the folder.
  file_kept boolean NOT NULL DEFAULT true,
  UNIQUE (claim_id, number),
  CHECK (sealed_code IS NULL OR state = 'queued')
);
CREATE UNIQUE INDEX letters_one_live ON letters (claim_id) WHERE state IN ('queued', 'sent');
CREATE INDEX letters_of_person ON letters (account_id, requested_at);
CREATE INDEX letters_of_structure ON letters (siret, requested_at);
CREATE INDEX letters_to_delete ON letters (letter_id) WHERE file_kept AND state NOT IN ('queued', 'sent');

CREATE TABLE habilitations (
  habilitation_id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts (account_id),
  membership_id text NOT NULL REFERENCES memberships (membership_id),
  siret text NOT NULL REFERENCES structures (siret),
  service_id text NOT NULL,
  state text NOT NULL CHECK (state IN
    ('awaiting_letter', 'awaiting_administrator', 'granted', 'refused', 'revoked', 'cancelled', 'expired')),
  claim_id text REFERENCES claims (claim_id),
  requested_at timestamptz NOT NULL,
  decided_at timestamptz,
  decided_by text REFERENCES accounts (account_id),
  reason text
);
CREATE UNIQUE INDEX habilitations_one_live ON habilitations (membership_id, service_id)
  WHERE state IN ('awaiting_letter', 'awaiting_administrator', 'granted');
CREATE INDEX habilitations_of_membership ON habilitations (membership_id, requested_at);
CREATE INDEX habilitations_of_claim ON habilitations (claim_id);
CREATE INDEX habilitations_waiting ON habilitations (siret, requested_at) WHERE state = 'awaiting_administrator';
CREATE INDEX habilitations_due ON habilitations (requested_at) WHERE state = 'awaiting_administrator';

-- Who did what to whom. Rows are added, never changed or taken away one by one.
CREATE TABLE history (
  history_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  siret text NOT NULL,
  action text NOT NULL,
  -- Null: the passing of time.
  actor_id text REFERENCES accounts (account_id),
  subject_id text NOT NULL REFERENCES accounts (account_id),
  service_id text,
  reason text
);
CREATE INDEX history_of_structure ON history (siret, history_id);
CREATE FUNCTION history_is_kept() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  RAISE EXCEPTION 'history is only ever added to';
END
$body$;
CREATE TRIGGER history_is_kept BEFORE UPDATE OR DELETE ON history FOR EACH ROW EXECUTE FUNCTION history_is_kept();

-- Of which structures a person has been told the case, and when first in the last day.
CREATE TABLE case_lookups (
  account_id text NOT NULL REFERENCES accounts (account_id),
  siret text NOT NULL,
  looked_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, siret)
);
`,
};
