/**
 * Every sentence of the elements in French, the source language.
 *
 * @module locales/fr
 */
export { fr } from '../../components/locales/fr/index.js';
