import { startHeader } from './header.js';

startHeader();

const NAMES: Readonly<Record<string, string>> = {
  'dataviz-coeur-de-ville': 'Dataviz Coeur de Ville',
  'demande-de-prets': 'Demande de prêts',
  'suivi-des-dossiers': 'Suivi des dossiers',
  encours: 'Encours',
  documents: 'Documents',
  'dataviz-territoires-industrie': 'Dataviz Territoires d’industrie Premium',
};

const name = NAMES[new URLSearchParams(location.search).get('service') ?? ''];
if (name) {
  document.title = `${name} – Portail de démonstration`;
  document.querySelectorAll('[data-service]').forEach((place) => {
    place.textContent = name;
  });
}
