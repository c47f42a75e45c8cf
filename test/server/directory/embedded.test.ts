import { expect } from 'chai';
import { after, before, describe, it } from 'node:test';
import { checkSiret } from '../../../src/contract.js';
import { clientCodeOf } from '../../../demo/server/directory/clients.js';
import { communeName } from '../../../demo/server/directory/commune-names.js';
import { loadEmbedded } from '../../../demo/server/directory/embedded-load.js';
import { openDirectory } from '../../../demo/server/directory/open-directory.js';
import type { Database } from '../../../demo/server/store/database.js';
import { testDatabases } from './test-database.js';

describe('the name of a commune', () => {
  const names: [name: string, region: string, official: string][] = [
    ['Eus', '76', "COMMUNE D'EUS"],
    ['Clamart', '11', 'COMMUNE DE CLAMART'],
    ['Le Mans', '52', 'COMMUNE DU MANS'],
    ['Les Abymes', '01', 'COMMUNE DES ABYMES'],
    ['La Hague', '28', 'COMMUNE DE LA HAGUE'],
    ["L'Abergement-Clémenciat", '84', "COMMUNE DE L'ABERGEMENT-CLEMENCIAT"],
    ['Évry-Courcouronnes', '11', "COMMUNE D'EVRY-COURCOURONNES"],
    ['Œuilly', '44', "COMMUNE D'OEUILLY"],
    ['Hendaye', '75', "COMMUNE D'HENDAYE"],
    ['Hauterives', '84', 'COMMUNE DE HAUTERIVES'],
    ['Honfleur', '28', 'COMMUNE DE HONFLEUR'],
    ['Yerres', '11', "COMMUNE D'YERRES"],
    ['Yutz', '44', 'COMMUNE DE YUTZ'],
    ['Y', '32', "COMMUNE D'Y"],
    ['Lessay', '28', 'COMMUNE DE LESSAY'],
  ];
  for (const [name, region, official] of names) {
    it(`of ${name} reads ${official}`, () => {
      expect(communeName(name, region)).to.equal(official);
    });
  }
});

for (const { name, open } of testDatabases) {
  describe(`loading the embedded directory on ${name}`, () => {
    let db: Database;

    before(async () => {
      db = await open();
      await Promise.all([loadEmbedded(db), loadEmbedded(db)]);
    });
    after(() => db.close());

    const count = async (query: string): Promise<number> => {
      const [row] = await db.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${query}`);
      return row?.count ?? -1;
    };

    it('knows every commune and grouping once, though two processes loaded it at once', async () => {
      expect(await count('embedded_structures')).to.equal(36_153);
      expect(await count(`(SELECT DISTINCT siren FROM embedded_structures WHERE legal_category = '7210') c`)).to.equal(34_875);
    });

    it('gives nobody a SIRET that fails its check', async () => {
      const rows = await db.query<{ siret: string }>('SELECT siret FROM embedded_structures');

      expect(rows.filter(({ siret }) => checkSiret(siret))).to.deep.equal([]);
    });

    it('marks every number and address that was built', async () => {
      expect(await count(`embedded_structures WHERE siret = '20004697700019' AND constructed = '{address}'`)).to.equal(1);
      expect(await count(`embedded_structures WHERE address = 'Mairie' AND NOT 'address' = ANY(constructed)`)).to.equal(0);
      expect(await count(`embedded_structures WHERE 'siret' = ANY(constructed) AND siret <> siren || '0001' || right(siret, 1)`)).to.equal(0);
    });

    it("gives COMMUNE D'EUS its client code, and one unit in ten another", async () => {
      expect(await clientCodeOf(db, '21660074200011')).to.equal('314363');
      expect(await clientCodeOf(db, '55210055400013')).to.equal(undefined);
      expect(await count('clients')).to.be.within(3400, 3800);
      expect(await count(`clients WHERE client_code !~ '^[1-9][0-9]{5}$'`)).to.equal(0);
    });

    it('keeps codes and rows when other data comes in', async () => {
      const clients = await db.query('SELECT * FROM clients ORDER BY siret');
      await db.query(`UPDATE directory_loads SET version = 'older'`);
      await db.query('DELETE FROM embedded_structures WHERE closed');

      await loadEmbedded(db);

      expect(await count('embedded_structures')).to.equal(36_153);
      expect(await db.query('SELECT * FROM clients ORDER BY siret')).to.deep.equal(clients);
    });

    it('asks the public API at its own address when it is chosen', async () => {
      const asked: string[] = [];
      const directory = await openDirectory({
        kind: 'api',
        db,
        fetch: (address) => {
          asked.push(String(address));
          return Promise.resolve(Response.json({ results: [], total_results: 0 }));
        },
      });

      expect((await directory.search('clamart')).hint).to.equal('nothing_found');
      expect(asked).to.have.length(1);
      expect(asked[0]).to.match(/^https:\/\/recherche-entreprises\.api\.gouv\.fr\/search\?q=clamart&/);
    });

    it('does nothing when the same data is there', async () => {
      await db.query('DELETE FROM embedded_words');

      await loadEmbedded(db);

      expect(await count('embedded_words')).to.equal(0);
    });
  });
}
