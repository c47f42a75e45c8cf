import 'bdt-inscription/define/bdt-provider';
import 'bdt-inscription/define/bdt-services';
import { startPortal } from './portal.js';

startPortal();
