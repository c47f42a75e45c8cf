import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { completeSiret } from '../../../src/contract.js';
import { ApiClient } from '../../../demo/server/directory/api-client.js';
import { ApiDirectory } from '../../../demo/server/directory/api-source.js';
import { DirectoryUnavailableError } from '../../../demo/server/directory/directory.js';
import { found, json, place, startApiServer, unit, type ApiServer } from './api-server.js';

const SIREN = '219200235';
const SEAT = completeSiret(SIREN, '0001');
const BRANCH = completeSiret(SIREN, '0002');
const CLOSED = completeSiret(SIREN, '0003');

describe('the directory behind the public API', () => {
  let server: ApiServer;
  let directory: ApiDirectory;
  let elapsed: number;

  const open = (fetcher: typeof fetch = fetch) =>
    new ApiDirectory(new ApiClient({ fetch: fetcher, base: server.base, clock: () => performance.now() + elapsed }));

  beforeEach(async () => {
    elapsed = 0;
    server = await startApiServer();
    directory = open();
  });
  afterEach(() => server.close());

  const unavailable = async (work: Promise<unknown>): Promise<DirectoryUnavailableError> => {
    const failure = await work.then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(DirectoryUnavailableError);
    return failure as DirectoryUnavailableError;
  };

  it('shows the seat of a SIREN, with all that the last check needs', async () => {
    server.answerWith(json(found(unit(SIREN, { siege: place(SEAT, { est_siege: true, liste_enseignes: ['AGENCE'] }) }))));

    const page = await directory.search(SIREN);
    expect(page.total).to.equal(1);
    expect(page.results[0]).to.deep.equal({
      siret: SEAT,
      siren: SIREN,
      name: 'OFFICE DES TILLEULS',
      address: '12 RUE DES TILLEULS',
      postcode: '92140',
      town: 'CLAMART',
      closed: false,
      sector: 'social_housing',
      constructed: [],
    });
    expect(await directory.find(SEAT)).to.deep.include({
      createdOn: '2019-02-03',
      activity: { code: '68.32A', label: "Administration d'immeubles et autres biens immobiliers" },
      sign: 'AGENCE',
      legalCategory: '4140',
    });
  });

  it('shows every fitting establishment of a unit found alone, closed ones last', async () => {
    const places = [place(CLOSED, { etat_administratif: 'F' }), place(BRANCH), place(SEAT)];
    server.answerWith(json(found(unit(SIREN, { siege: place(SEAT), matching_etablissements: places }))));

    const { results, total } = await directory.search('office tilleuls');

    expect(results.map(({ siret, closed }) => [siret, closed])).to.deep.equal([[BRANCH, false], [SEAT, false], [CLOSED, true]]);
    expect(total).to.equal(3);
  });

  it('shows the best establishment of each unit, and counts units up to ten thousand', async () => {
    const first = unit(SIREN, { siege: place(SEAT), matching_etablissements: [place(BRANCH)] });
    const second = unit('216600742', { siege: place(completeSiret('216600742', '0001')) });
    server.answerWith(json({ ...found(first, second), total_results: 123_456 }));

    const page = await directory.search('Tilleuls, Clamart', 3);

    expect(page.results.map(({ siret }) => siret)).to.deep.equal([BRANCH, completeSiret('216600742', '0001')]);
    expect(page).to.include({ total: 10_000, page: 3 });
    expect(server.asked[0]?.get('q')).to.equal('tilleuls clamart');
    expect(server.asked[0]?.get('page')).to.equal('3');
    expect((await directory.search('Tilleuls, Clamart', 401)).results).to.deep.equal([]);
  });

  it('keeps what the register withholds unsaid', async () => {
    const hidden = '[NON-DIFFUSIBLE]';
    const values = { nom_complet: hidden, nom_raison_sociale: null, siege: place(SEAT, { adresse: `${hidden} 92140 CLAMART` }) };
    server.answerWith(json(found(unit(SIREN, values))));

    expect(await directory.find(SEAT)).to.include({ name: 'Nom non diffusé', address: null, town: 'CLAMART' });
  });

  it('answers a wrong or short query without asking anybody', async () => {
    expect((await directory.search('219200236')).hint).to.equal('siren_invalid');
    expect((await directory.search('21920023500015')).hint).to.equal('siret_invalid');
    expect((await directory.search('eu')).hint).to.equal('too_short');
    expect(await directory.find('21920023500015')).to.equal(undefined);
    expect(server.asked).to.deep.equal([]);
  });

  it('says when nothing has that number or name', async () => {
    expect((await directory.search(SIREN)).hint).to.equal('siren_unknown');
    expect((await directory.search(SEAT)).hint).to.equal('siret_unknown');
    expect((await directory.search('nowhere')).hint).to.equal('nothing_found');
    expect(await directory.find(BRANCH)).to.equal(undefined);
  });

  it('names itself to the API', async () => {
    await directory.search('clamart');

    expect(server.userAgents).to.deep.equal(['bdt-inscription']);
  });

  it('asks once for the same thing within ten minutes, also when it is asked at once', async () => {
    await Promise.all([directory.search('clamart'), directory.search('clamart')]);
    await directory.search('CLAMART');
    expect(server.asked).to.have.length(1);

    elapsed += 11 * 60_000;
    await directory.search('clamart');
    expect(server.asked).to.have.length(2);
  });

  it('never sends more than seven questions in a second', async () => {
    const times: number[] = [];
    const start = performance.now();
    server.answerWith((request, response) => {
      times.push(performance.now() - start);
      json(found())(request, response);
    });

    const ends = await Promise.allSettled(Array.from({ length: 30 }, (_, index) => directory.search(`commune ${index}`)));

    expect(times.filter((time) => time < 900)).to.have.length(7);
    const refused = ends.filter((end) => end.status === 'rejected');
    expect(refused.length + times.length).to.equal(30);
    expect(refused.every(({ reason }) => (reason as DirectoryUnavailableError).retryAfter === 1)).to.equal(true);
  });

  it('leaves a limiting API alone for as long as it asks', async () => {
    server.answerWith((_request, response) => response.writeHead(429, { 'Retry-After': '5' }).end());

    expect((await unavailable(directory.search('clamart'))).retryAfter).to.equal(5);
    expect((await unavailable(directory.find(SEAT))).retryAfter).to.be.within(4, 5);
    expect(server.asked).to.have.length(1);

    server.answerWith(json(found(unit(SIREN, { siege: place(SEAT) }))));
    elapsed += 5000;
    expect((await directory.search('clamart')).total).to.equal(1);
  });

  it('answers within two seconds when the API does not', async () => {
    server.answerWith(() => {});
    const start = performance.now();

    expect((await unavailable(directory.search('clamart'))).retryAfter).to.equal(undefined);

    expect(performance.now() - start).to.be.below(2000);
  });

  it('answers within two seconds when the answer stops half way, or nobody heeds that time is up', async () => {
    server.answerWith((_request, response) => response.writeHead(200).write('{"results":['));
    const deaf = open(() => new Promise(() => {}));
    const start = performance.now();

    await Promise.all([unavailable(directory.search('clamart')), unavailable(deaf.search('clamart'))]);

    expect(performance.now() - start).to.be.below(2000);
  });

  const nonsense: [what: string, answer: Parameters<ApiServer['answerWith']>[0]][] = [
    ['a page of HTML', (_request, response) => response.end('<html>')],
    ['something else in JSON', json({ results: [{ siren: 12 }], total_results: 1 })],
    ['null', json(null)],
    ['a failure', (_request, response) => response.writeHead(500).end()],
    ['a refusal', (_request, response) => response.writeHead(400).end('{"erreur":"q"}')],
    ['a detour', (_request, response) => response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end()],
    ['no end of text', (_request, response) => response.end('x'.repeat(6 << 20))],
    ['a cut line', (request) => request.socket.destroy()],
  ];
  for (const [what, answer] of nonsense) {
    it(`says that it cannot answer when the API sends ${what}, and asks again next time`, async () => {
      server.answerWith(answer);
      await unavailable(directory.search('clamart'));

      server.answerWith(json(found(unit(SIREN, { siege: place(SEAT) }))));
      expect((await directory.search('clamart')).total).to.equal(1);
    });
  }

  it('says that it cannot answer when the API is not there', async () => {
    await server.close();

    await unavailable(directory.search('clamart'));
  });
});
