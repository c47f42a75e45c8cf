import 'bdt-inscription/define/bdt-provider';
import 'bdt-inscription/define/bdt-structure-picker';
import { startPortal } from './portal.js';

startPortal();
