import { expect } from 'chai';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { completeSiret } from '../../../src/contract.js';
import { openDirectory } from '../../../demo/server/directory/open-directory.js';
import { importSirene, type ImportProgress } from '../../../demo/server/directory/sirene-import.js';
import type { Database } from '../../../demo/server/store/database.js';
import { establishment, writeEstablishments, writeUnits } from './stock-files.js';
import { testDatabases } from './test-database.js';

const HOUSING = '219200235';
const LAWYER = '216600742';
const HIDDEN = '313811515';
const ABROAD = '321227852';

const UNITS: Record<string, string>[] = [
  { siren: HOUSING, denominationUniteLegale: 'OFFICE PUBLIC "LES TILLEULS", CLAMART', sigleUniteLegale: 'OPT', categorieJuridiqueUniteLegale: '4140' },
  { siren: LAWYER, nomUniteLegale: 'DUPRE', nomUsageUniteLegale: 'LEGRAND', prenomUsuelUniteLegale: 'ANNE', categorieJuridiqueUniteLegale: '1000' },
  { siren: HIDDEN, nomUniteLegale: '[ND]', prenomUsuelUniteLegale: '[ND]', statutDiffusionUniteLegale: 'P', categorieJuridiqueUniteLegale: '1000' },
  { siren: ABROAD, denominationUniteLegale: 'TRADING LTD', categorieJuridiqueUniteLegale: '3120' },
];

const ROWS = [
  establishment(completeSiret(HOUSING, '0001'), { enseigne1Etablissement: 'AGENCE\nNORD' }),
  establishment(completeSiret(HOUSING, '0002'), { etablissementSiege: 'false', etatAdministratifEtablissement: 'F', activitePrincipaleEtablissement: '745B' }),
  establishment(completeSiret(LAWYER, '0001'), { complementAdresseEtablissement: 'BATIMENT B', indiceRepetitionEtablissement: 'BIS' }),
  establishment(completeSiret(HIDDEN, '0001'), { statutDiffusionEtablissement: 'P', numeroVoieEtablissement: '[ND]', typeVoieEtablissement: '[ND]', libelleVoieEtablissement: '[ND]' }),
  establishment(completeSiret(ABROAD, '0001'), {
    libelleVoieEtablissement: 'HIGH STREET',
    typeVoieEtablissement: '',
    codePostalEtablissement: '',
    libelleCommuneEtablissement: '',
    libelleCommuneEtrangerEtablissement: 'LEEDS',
    libellePaysEtrangerEtablissement: 'ROYAUME-UNI',
  }),
];

for (const { name, open } of testDatabases) {
  describe(`importing the register on ${name}`, () => {
    let db: Database;
    let folder: string;

    before(async () => {
      db = await open();
    });
    after(() => db.close());
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'stock-'));
      await db.exec(`TRUNCATE sirene_structures, sirene_words, sirene_units, sirene_imports; DELETE FROM directory_loads`);
    });
    afterEach(() => rm(folder, { recursive: true }));

    const failureOf = (paths: readonly string[]): Promise<string> =>
      importSirene(db, paths).then(
        () => 'none',
        (error: Error) => error.message,
      );

    it('lets people find what the files hold, whatever the order of the files', async () => {
      await importSirene(db, [await writeEstablishments(folder, ROWS), await writeUnits(folder, UNITS)]);
      const directory = await openDirectory({ kind: 'sirene', db });

      expect(await directory.find(completeSiret(HOUSING, '0001'))).to.deep.equal({
        siret: completeSiret(HOUSING, '0001'),
        siren: HOUSING,
        name: 'OFFICE PUBLIC "LES TILLEULS", CLAMART',
        address: '12 RUE DES TILLEULS',
        postcode: '92140',
        town: 'CLAMART',
        closed: false,
        sector: 'social_housing',
        constructed: [],
        createdOn: '2019-02-03',
        activity: { code: '68.32A', label: "Administration d'immeubles et autres biens immobiliers" },
        sign: 'AGENCE\nNORD',
        legalCategory: '4140',
      });
      for (const typed of ['opt clamart', 'office tilleuls', 'tileuls ofice', HOUSING, 'agence nord 92140']) {
        expect((await directory.search(typed)).results[0]?.siren, typed).to.equal(HOUSING);
      }
      expect((await directory.search(HOUSING)).results.map(({ closed }) => closed)).to.deep.equal([false, true]);
    });

    it('names people by the name they use, and nobody whose name is withheld', async () => {
      await importSirene(db, [await writeUnits(folder, UNITS), await writeEstablishments(folder, ROWS)]);
      const directory = await openDirectory({ kind: 'sirene', db });

      expect((await directory.search('legrand anne')).results[0]).to.include({ name: 'ANNE LEGRAND', address: 'BATIMENT B 12 BIS RUE DES TILLEULS' });
      expect(await directory.find(completeSiret(HIDDEN, '0001'))).to.include({ name: 'Nom non diffusé', address: null, town: 'CLAMART' });
      expect((await directory.search('nd')).total).to.equal(0);
      expect((await directory.search('leeds')).results[0]).to.include({ town: 'LEEDS ROYAUME-UNI', postcode: null });
    });

    it('counts rows that make no sense and reads on', async () => {
      const broken = 'x,y\n123,00011,12300011,O\n';
      const seen: ImportProgress[] = [];
      const paths = [await writeUnits(folder, UNITS), await writeEstablishments(folder, ROWS, broken)];

      await importSirene(db, paths, { onProgress: (progress) => seen.push(progress) });

      expect(seen.find(({ kind }) => kind === 'establishments')).to.include({ rowsDone: 5, rowsRefused: 2 });
      expect(await db.query('SELECT siret FROM sirene_structures')).to.have.length(5);
    });

    it('takes an impossible day of creation for an unknown one', async () => {
      const days = ['2019-02-31', '0000-00-00', '2019-13-01', '3 mai 2019', '2020-02-29'];
      const rows = days.map((day, index) => establishment(completeSiret(HOUSING, `000${index}`), { dateCreationEtablissement: day }));

      await importSirene(db, [await writeUnits(folder, UNITS), await writeEstablishments(folder, rows)]);

      const directory = await openDirectory({ kind: 'sirene', db });
      const found = await Promise.all(rows.map(({ siret }) => directory.find(siret ?? '')));
      expect(found.map((details) => details?.createdOn)).to.deep.equal([null, null, null, null, '2020-02-29']);
    });

    it('goes on where it was stopped, without a row lost or doubled', async () => {
      const many = Array.from({ length: 50_000 }, (_, index) => establishment(`${HOUSING}${String(index).padStart(5, '0')}`));
      const paths = [await writeUnits(folder, UNITS), await writeEstablishments(folder, many)];
      const stop = new AbortController();
      const first: number[] = [];
      const stopped = await importSirene(db, paths, {
        signal: stop.signal,
        onProgress: ({ kind, rowsDone }) => {
          first.push(rowsDone);
          if (kind === 'establishments') stop.abort(new Error('stopped'));
        },
      }).catch((error: Error) => error.message);
      expect(stopped).to.equal('stopped');
      const [{ count } = { count: 0 }] = await db.query<{ count: number }>('SELECT count(*)::int AS count FROM sirene_structures');
      expect(count).to.be.within(1, 49_999);

      const second: ImportProgress[] = [];
      await importSirene(db, paths, { onProgress: (progress) => second.push(progress) });

      expect(second.some(({ kind }) => kind === 'units')).to.equal(false);
      expect(second[0]?.rowsDone).to.be.greaterThan(count);
      const rows = await db.query('SELECT siret FROM sirene_structures');
      expect(rows).to.have.length(50_000);
    });

    it('reads the same files only once', async () => {
      const paths = [await writeUnits(folder, UNITS), await writeEstablishments(folder, ROWS)];
      await importSirene(db, paths);

      const seen: ImportProgress[] = [];
      await importSirene(db, paths, { onProgress: (progress) => seen.push(progress) });

      expect(seen).to.deep.equal([]);
    });

    it("replaces last month's rows by this month's", async () => {
      await importSirene(db, [await writeUnits(folder, UNITS), await writeEstablishments(folder, ROWS)]);

      await importSirene(db, [await writeEstablishments(folder, ROWS.slice(0, 2))]);

      const directory = await openDirectory({ kind: 'sirene', db });
      expect(await directory.find(completeSiret(LAWYER, '0001'))).to.equal(undefined);
      expect((await directory.search('clamart')).total).to.equal(2);
    });

    it('says in one sentence what is wrong with the files', async () => {
      const units = await writeUnits(folder, UNITS);
      const establishments = await writeEstablishments(folder, ROWS);
      const other = join(folder, 'other.csv');
      await writeFile(other, 'a,b\n1,2\n');

      expect(await failureOf([establishments])).to.contain('give it too');
      expect(await failureOf([other])).to.contain('neither StockEtablissement nor StockUniteLegale');
      expect(await failureOf([units, units])).to.contain('same kind');
      expect(await failureOf([join(folder, 'absent.csv')])).to.contain('absent.csv');
    });

    it('does not open a register that was never imported, or only half', async () => {
      const failure = await openDirectory({ kind: 'sirene', db }).catch((error: Error) => error.message);
      expect(failure).to.contain('npm run directory:import -- FILE…');

      await importSirene(db, [await writeUnits(folder, UNITS)]);
      expect(await openDirectory({ kind: 'sirene', db }).catch(() => 'refused')).to.equal('refused');
    });

    it('gives nobody half of the names', async () => {
      const units = await writeUnits(folder, UNITS);
      const establishments = await writeEstablishments(folder, ROWS);
      await importSirene(db, [units]);
      await db.query(`UPDATE sirene_imports SET bytes_done = bytes_done - 1`);

      expect(await failureOf([establishments])).to.contain('not wholly imported');
    });

    it('lets one import go on when several are started at once', async () => {
      const paths = [await writeUnits(folder, UNITS), await writeEstablishments(folder, ROWS)];
      const ends = await Promise.allSettled([1, 2, 3].map(() => importSirene(db, paths)));

      const refused = ends.filter((end) => end.status === 'rejected').map(({ reason }) => (reason as Error).message);
      expect(refused.length).to.be.below(3);
      for (const message of refused) expect(message).to.contain('Another import');
      const rows = await db.query('SELECT siret FROM sirene_structures');
      expect(rows).to.have.length(5);
    });
  });
}
