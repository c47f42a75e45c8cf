import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A stand-in for the public API on a port of its own. */
export interface ApiServer {
  base: string;
  /** The questions that came, as their parameters. */
  asked: URLSearchParams[];
  userAgents: (string | undefined)[];
  answerWith: (answer: Answer) => void;
  close: () => Promise<void>;
}

export function json(body: unknown): Answer {
  return (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  };
}

/** One establishment in the form of the API. */
export function place(siret: string, values: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    siret,
    adresse: '12 RUE DES TILLEULS 92140 CLAMART',
    code_postal: '92140',
    commune: '92023',
    libelle_commune: 'CLAMART',
    est_siege: false,
    etat_administratif: 'A',
    liste_enseignes: null,
    nom_commercial: null,
    activite_principale: '68.32A',
    date_creation: '2019-02-03',
    latitude: null,
    ...values,
  };
}

/** One legal unit in the form of the API. */
export function unit(siren: string, values: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    siren,
    nom_complet: 'OFFICE DES TILLEULS (OPT)',
    nom_raison_sociale: 'OFFICE DES TILLEULS',
    nombre_etablissements: 1,
    etat_administratif: 'A',
    nature_juridique: '4140',
    siege: null,
    matching_etablissements: [],
    ...values,
  };
}

export function found(...results: Record<string, unknown>[]): Record<string, unknown> {
  return { results, total_results: results.length, page: 1, per_page: 25, total_pages: 1 };
}

export async function startApiServer(): Promise<ApiServer> {
  let answer: Answer = json(found());
  const asked: URLSearchParams[] = [];
  const userAgents: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '/', 'http://api').searchParams);
    userAgents.push(request.headers['user-agent']);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    asked,
    userAgents,
    answerWith: (next) => {
      answer = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
