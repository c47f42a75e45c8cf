import { BdtCodeConfirm } from '../../components/bdt-code-confirm/bdt-code-confirm.js';

declare global {
  interface HTMLElementTagNameMap {
    'bdt-code-confirm': BdtCodeConfirm;
  }
}

if (typeof customElements !== 'undefined' && !customElements.get('bdt-code-confirm')) {
  customElements.define('bdt-code-confirm', BdtCodeConfirm);
}

export { BdtCodeConfirm };
