import 'bdt-inscription/define/bdt-provider';
import 'bdt-inscription/define/bdt-habilitation-request';
import './portal.js';
