import { BdtServices } from '../../components/bdt-services/bdt-services.js';

declare global {
  interface HTMLElementTagNameMap {
    'bdt-services': BdtServices;
  }
}

if (typeof customElements !== 'undefined' && !customElements.get('bdt-services')) {
  customElements.define('bdt-services', BdtServices);
}

export { BdtServices };
