/**
 * Reporter of `node --test` that ends with the counts as JSON (`Counts` of `counts.ts`). Not TypeScript: Node loads
 * reporters before it loads tsx. Suites don't count, but a skipped or broken one does.
 *
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* counts(events) {
  const total = { passed: 0, failed: 0, skipped: 0, withoutPostgres: 0 };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const isSuite = data.details.type === 'suite';
    if (data.skip !== undefined && data.skip !== false) {
      total.skipped += 1;
      // How a test says what it lacks: the reason it gives for skipping holds this word.
      if (/postgres/i.test(String(data.skip))) total.withoutPostgres += 1;
    } else if (type === 'test:pass') {
      total.passed += isSuite ? 0 : 1;
    } else {
      // A suite that fails because of its tests adds nothing to them; one that fails by itself (a hook) does.
      total.failed += isSuite && data.details.error?.failureType === 'subtestsFailed' ? 0 : 1;
    }
  }
  yield JSON.stringify(total);
}
