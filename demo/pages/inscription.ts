import 'bdt-inscription/define/bdt-provider';
import 'bdt-inscription/define/bdt-signup';
import { startPortal } from './portal.js';

startPortal();
