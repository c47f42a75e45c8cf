import 'bdt-inscription/define/bdt-provider';
import 'bdt-inscription/define/bdt-admin-activation';
import { startPortal } from './portal.js';

startPortal();
