import 'bdt-inscription/define/bdt-provider';
import 'bdt-inscription/define/bdt-user-admin';
import { startPortal } from './portal.js';

startPortal();
