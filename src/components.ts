/**
 * Classes of the elements. Registers nothing, so a page may extend or rename them.
 *
 * @module components
 */
export { BdtProvider } from '../components/bdt-provider/bdt-provider.js';
export { BdtSignup } from '../components/bdt-signup/bdt-signup.js';
export { BdtCodeConfirm } from '../components/bdt-code-confirm/bdt-code-confirm.js';
export { BdtSignin } from '../components/bdt-signin/bdt-signin.js';
export { BdtStructurePicker } from '../components/bdt-structure-picker/bdt-structure-picker.js';
export { BdtServices } from '../components/bdt-services/bdt-services.js';
export { BdtHabilitationRequest } from '../components/bdt-habilitation-request/bdt-habilitation-request.js';
export { BdtAdminActivation } from '../components/bdt-admin-activation/bdt-admin-activation.js';
export { BdtUserAdmin } from '../components/bdt-user-admin/bdt-user-admin.js';
export { registerCatalogue, type CatalogueSentences } from '../components/shared/messages.js';
export type { Catalogue } from '../components/locales/catalogue.js';
export type { BdtSettings } from '../components/shared/settings.js';
