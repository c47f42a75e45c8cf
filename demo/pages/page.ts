import { startHeader } from './header.js';

// A page without elements.
startHeader();
