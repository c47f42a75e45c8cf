import { BdtHabilitationRequest } from '../../components/bdt-habilitation-request/bdt-habilitation-request.js';

declare global {
  interface HTMLElementTagNameMap {
    'bdt-habilitation-request': BdtHabilitationRequest;
  }
}

if (typeof customElements !== 'undefined' && !customElements.get('bdt-habilitation-request')) {
  customElements.define('bdt-habilitation-request', BdtHabilitationRequest);
}

export { BdtHabilitationRequest };
