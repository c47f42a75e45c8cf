import { BdtSignup } from '../../components/bdt-signup/bdt-signup.js';

declare global {
  interface HTMLElementTagNameMap {
    'bdt-signup': BdtSignup;
  }
}

if (typeof customElements !== 'undefined' && !customElements.get('bdt-signup')) {
  customElements.define('bdt-signup', BdtSignup);
}

export { BdtSignup };
