import { BdtStructurePicker } from '../../components/bdt-structure-picker/bdt-structure-picker.js';

declare global {
  interface HTMLElementTagNameMap {
    'bdt-structure-picker': BdtStructurePicker;
  }
}

if (typeof customElements !== 'undefined' && !customElements.get('bdt-structure-picker')) {
  customElements.define('bdt-structure-picker', BdtStructurePicker);
}

export { BdtStructurePicker };
