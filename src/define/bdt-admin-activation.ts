import { BdtAdminActivation } from '../../components/bdt-admin-activation/bdt-admin-activation.js';

declare global {
  interface HTMLElementTagNameMap {
    'bdt-admin-activation': BdtAdminActivation;
  }
}

if (typeof customElements !== 'undefined' && !customElements.get('bdt-admin-activation')) {
  customElements.define('bdt-admin-activation', BdtAdminActivation);
}

export { BdtAdminActivation };
