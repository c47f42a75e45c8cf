import 'bdt-inscription/define/bdt-provider';
import 'bdt-inscription/define/bdt-code-confirm';
import { startPortal } from './portal.js';

startPortal();
