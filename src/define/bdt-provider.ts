import { BdtProvider } from '../../components/bdt-provider/bdt-provider.js';

declare global {
  interface HTMLElementTagNameMap {
    'bdt-provider': BdtProvider;
  }
}

if (typeof customElements !== 'undefined' && !customElements.get('bdt-provider')) {
  customElements.define('bdt-provider', BdtProvider);
}

export { BdtProvider };
