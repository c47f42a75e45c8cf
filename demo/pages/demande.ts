import 'bdt-inscription/define/bdt-provider';
import 'bdt-inscription/define/bdt-habilitation-request';
import { startPortal } from './portal.js';

startPortal();
