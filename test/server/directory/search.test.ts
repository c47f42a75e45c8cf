import { expect } from 'chai';
import fc from 'fast-check';
import { after, before, describe, it } from 'node:test';
import type { Directory } from '../../../demo/server/directory/directory.js';
import { openDirectory } from '../../../demo/server/directory/open-directory.js';
import type { Database } from '../../../demo/server/store/database.js';
import { testDatabases } from './test-database.js';

const EUS = '21660074200011';

for (const { name, open } of testDatabases) {
  describe(`searching the embedded directory on ${name}`, () => {
    let db: Database;
    let directory: Directory;

    before(async () => {
      db = await open();
      directory = await openDirectory({ kind: 'embedded', db });
    });
    after(() => db.close());

    const first = async (query: string) => (await directory.search(query)).results[0];

    const ways = [
      ...['eus 66500', "commune d'eus", 'comune d eus', '216600742', '216 600 742 00011', 'eus', 'EUS'],
      ...['66500 eus', 'mairie d’Eus', 'mairie eus 66500', 'eux 66500', 'commune deus', 'SIREN : 216 600 742'],
      ...['216.600.742', '21660074200011', 'eus 6650', ' \t eus\n', 'ｅｕｓ', 'ville d’eus'],
    ];
    for (const way of ways) {
      it(`finds COMMUNE D'EUS first for someone who types ${JSON.stringify(way)}`, async () => {
        expect((await first(way))?.siret).to.equal(EUS);
      });
    }

    const others: [typed: string, found: string][] = [
      ['clamart', 'COMMUNE DE CLAMART'],
      ['92140', 'COMMUNE DE CLAMART'],
      ['clamrt 92140', 'COMMUNE DE CLAMART'],
      ['perpinan', 'COMMUNE DE PERPIGNAN'],
      ['le mans', 'COMMUNE DU MANS'],
      ['havre', 'COMMUNE DU HAVRE'],
      ['abymes', 'COMMUNE DES ABYMES'],
      ['saint etienne', 'COMMUNE DE SAINT-ETIENNE'],
      ['st etienne 42000', 'COMMUNE DE SAINT-ETIENNE'],
      ['Besançon', 'COMMUNE DE BESANCON'],
      ['besancon', 'COMMUNE DE BESANCON'],
      ['lyon 69009', 'COMMUNE DE LYON'],
      ['metropole de lyon', 'METROPOLE DE LYON'],
      ['cc vexin normand', 'CC DU VEXIN NORMAND'],
      ['normand vexin communauté de communes', 'CC DU VEXIN NORMAND'],
      ['comunauté de comune du vexin normend', 'CC DU VEXIN NORMAND'],
      ["commune d'y", "COMMUNE D'Y"],
      ['carrefour banq', 'CARREFOUR BANQUE'],
      ['banque hazebrouck', 'CARREFOUR BANQUE'],
      ['oeuilly', "COMMUNE D'OEUILLY"],
      ['siant lambert 78470', 'COMMUNE DE SAINT-LAMBERT'],
      ['asint lon les mines', 'COMMUNE DE SAINT-LON-LES-MINES'],
      ['baegs 66670', 'COMMUNE DE BAGES'],
      ['bours en othe', 'COMMUNE DE BOEURS-EN-OTHE'],
    ];
    for (const [typed, found] of others) {
      it(`finds ${found} first for someone who types ${JSON.stringify(typed)}`, async () => {
        expect((await first(typed))?.name).to.equal(found);
      });
    }

    it('finds all establishments of a SIREN, its seat first', async () => {
      const page = await directory.search('313811515');

      expect(page.total).to.equal(11);
      expect(page.results[0]?.town).to.equal('EVRY-COURCOURONNES');
    });

    it('shows a closed establishment as closed', async () => {
      const page = await directory.search('apple europe');

      expect(page.results[0]).to.include({ siret: '32122785200019', closed: true, sector: 'companies' });
    });

    it('gives the guided tour its structure with all that is known of it', async () => {
      expect(await directory.find(EUS)).to.deep.equal({
        siret: EUS,
        siren: '216600742',
        name: "COMMUNE D'EUS",
        address: 'Mairie',
        postcode: '66500',
        town: 'EUS',
        closed: false,
        sector: 'local_authorities',
        constructed: ['siret', 'address'],
        createdOn: null,
        activity: { code: '84.11Z', label: 'Administration publique générale' },
        sign: null,
        legalCategory: '7210',
      });
    });

    it('prints real facts where they are known, with straight apostrophes', async () => {
      expect(await directory.find('21920023500014')).to.deep.include({
        name: 'COMMUNE DE CLAMART',
        address: '1 PLACE MAURICE GUNSBOURG',
        constructed: [],
        createdOn: '1983-03-01',
        sign: 'MAIRIE',
      });
      const { activity } = (await directory.find('82271212100018')) ?? {};
      expect(activity).to.deep.equal({ code: '70.10Z', label: 'Activités des sièges sociaux' });
    });

    it('cuts the repeated postcode and town off a street', async () => {
      expect((await directory.find('31381151501076'))?.address).to.equal('13 QUAI DE LA MARNE');
    });

    it('finds nothing for what is no SIRET, whatever it is', async () => {
      for (const siret of ['', 'x', '\u0000', '21660074200012', '2'.repeat(100_000)]) {
        expect(await directory.find(siret)).to.equal(undefined);
      }
    });

    const hints: [typed: string, hint: string][] = [
      ['', 'too_short'],
      [' \u00a0\t', 'too_short'],
      ['a', 'too_short'],
      ['de la', 'too_short'],
      ['"\';--', 'too_short'],
      ['日本', 'too_short'],
      ['216600743', 'siren_invalid'],
      ['21660074200012', 'siret_invalid'],
      ['216600742000', 'siret_invalid'],
      ['552100554', 'siren_unknown'],
      ['55210055400013', 'siret_unknown'],
      ['zzzzqqq', 'nothing_found'],
      ['constructor __proto__', 'nothing_found'],
      ['eus 75001', 'nothing_found'],
    ];
    for (const [typed, hint] of hints) {
      it(`answers ${hint} to someone who types ${JSON.stringify(typed)}`, async () => {
        expect(await directory.search(typed)).to.deep.equal({ results: [], total: 0, page: 1, pageSize: 25, hint });
      });
    }

    it('turns pages without showing anyone twice', async () => {
      const pages = await Promise.all([1, 2, 3].map((page) => directory.search('saint etienne', page)));
      const sirets = pages.flatMap((page) => page.results.map(({ siret }) => siret));

      expect(new Set(sirets).size).to.equal(sirets.length);
      expect(sirets.length).to.equal(pages[0]?.total);
    });

    it('keeps the total on a page past the end', async () => {
      const page = await directory.search('saint etienne', 400);

      expect(page.results).to.deep.equal([]);
      expect(page.total).to.be.greaterThan(50);
      expect(page).not.to.have.property('hint');
    });

    it('counts up to ten thousand', async () => {
      const page = await directory.search('commune');

      expect(page).to.include({ total: 10_000, pageSize: 25 });
      expect(page.results).to.have.length(25);
    });

    it('reads a page that makes no sense as the first', async () => {
      for (const page of [0, -1, 1.5, NaN, Infinity, 2 ** 60]) {
        expect((await directory.search('clamart', page)).page).to.equal(1);
      }
    });

    it('answers whatever is typed', async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (typed) => {
          const { results, total, hint } = await directory.search(typed);
          expect(hint === undefined).to.equal(total > 0);
          expect(results.length).to.equal(Math.min(total, 25));
        }),
        { numRuns: 100 },
      );
      expect((await directory.search('eus '.repeat(500_000))).results[0]?.siret).to.equal(EUS);
    });
  });
}
