import type { fr } from './fr/index.js';

/** Every sentence, by section; French is the source, and the others have its type. */
export type Catalogue = typeof fr;
