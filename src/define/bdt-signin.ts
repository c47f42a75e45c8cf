import { BdtSignin } from '../../components/bdt-signin/bdt-signin.js';

declare global {
  interface HTMLElementTagNameMap {
    'bdt-signin': BdtSignin;
  }
}

if (typeof customElements !== 'undefined' && !customElements.get('bdt-signin')) {
  customElements.define('bdt-signin', BdtSignin);
}

export { BdtSignin };
