import type { StructureSummary } from '../../../../src/contract.js';
import type { Context } from '../../context.js';
import { DirectoryUnavailableError, summaryOf } from '../../directory/directory.js';
import { Refusal } from '../../refusal.js';
import type { Sql } from '../../store/database.js';

/** Hours after which a list asks the directory again about a structure. */
const FRESH_HOURS = 24;

interface FactsRow {
  siret: string;
  facts: StructureSummary;
  facts_at: Date;
}

/** Passes a refusal on as the contract names it. */
export function directoryRefusal(error: unknown): unknown {
  if (!(error instanceof DirectoryUnavailableError)) return error;
  const { retryAfter } = error;
  return new Refusal('directory_unavailable', retryAfter === undefined ? {} : { retryAfter });
}

async function remember(context: Context, facts: StructureSummary): Promise<void> {
  const now = await context.clock.now(context.db);
  await context.db.query(
    `INSERT INTO structures (siret, facts, facts_at) VALUES ($1, $2::jsonb, $3)
     ON CONFLICT (siret) DO UPDATE SET facts = excluded.facts, facts_at = excluded.facts_at
     WHERE structures.facts <> excluded.facts OR structures.facts_at < excluded.facts_at - interval '1 hour'`,
    [facts.siret, JSON.stringify(facts), now],
  );
}

/**
 * Asks the directory about a structure that somebody wants to attach to, and keeps its answer.
 * Never inside a transaction.
 *
 * @throws {Refusal} `structure_unknown` or `directory_unavailable`.
 */
export async function askDirectory(context: Context, siret: string): Promise<StructureSummary> {
  const details = await context.directory.find(siret).catch((error: unknown) => {
    throw directoryRefusal(error);
  });
  if (!details) throw new Refusal('structure_unknown');
  const facts = summaryOf(details);
  await remember(context, facts);
  return facts;
}

/** What was kept of structures that somebody attached to, by SIRET. */
export async function keptFacts(sql: Sql, sirets: readonly string[]): Promise<Map<string, FactsRow>> {
  const rows = await sql.query<FactsRow>('SELECT siret, facts, facts_at FROM structures WHERE siret = ANY($1::text[])', [sirets]);
  return new Map(rows.map((row) => [row.siret, row]));
}

/**
 * What the directory says of a known structure now, or said last when it doesn't answer.
 * Never inside a transaction.
 */
export async function currentFacts(context: Context, siret: string): Promise<StructureSummary> {
  try {
    return await askDirectory(context, siret);
  } catch (error) {
    const kept = (await keptFacts(context.db, [siret])).get(siret);
    if (!(error instanceof Refusal) || !kept) throw error;
    return kept.facts;
  }
}

/** Facts for a list: those kept, asked again when a day old. Never inside a transaction. */
export async function listedFacts(context: Context, sirets: readonly string[]): Promise<Map<string, StructureSummary>> {
  const kept = await keptFacts(context.db, sirets);
  const now = await context.clock.now(context.db);
  const stale = now.getTime() - FRESH_HOURS * 3_600_000;
  const facts = await Promise.all(
    [...kept.values()].map(async (row) => (row.facts_at.getTime() > stale ? row.facts : currentFacts(context, row.siret))),
  );
  return new Map(facts.map((each) => [each.siret, each]));
}
