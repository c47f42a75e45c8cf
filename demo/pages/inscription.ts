import 'bdt-inscription/define/bdt-provider';
import 'bdt-inscription/define/bdt-signup';
import './portal.js';
