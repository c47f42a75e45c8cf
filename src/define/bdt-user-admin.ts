import { BdtUserAdmin } from '../../components/bdt-user-admin/bdt-user-admin.js';

declare global {
  interface HTMLElementTagNameMap {
    'bdt-user-admin': BdtUserAdmin;
  }
}

if (typeof customElements !== 'undefined' && !customElements.get('bdt-user-admin')) {
  customElements.define('bdt-user-admin', BdtUserAdmin);
}

export { BdtUserAdmin };
