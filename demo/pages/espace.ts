import 'bdt-inscription/define/bdt-provider';
import 'bdt-inscription/define/bdt-services';
import './portal.js';
