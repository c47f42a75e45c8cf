/**
 * Registers every element under its own tag. A tag that the page has already defined is left alone.
 *
 * @module define
 */
export { BdtProvider } from './define/bdt-provider.js';
export { BdtSignup } from './define/bdt-signup.js';
export { BdtCodeConfirm } from './define/bdt-code-confirm.js';
export { BdtSignin } from './define/bdt-signin.js';
export { BdtStructurePicker } from './define/bdt-structure-picker.js';
export { BdtServices } from './define/bdt-services.js';
export { BdtHabilitationRequest } from './define/bdt-habilitation-request.js';
export { BdtAdminActivation } from './define/bdt-admin-activation.js';
export { BdtUserAdmin } from './define/bdt-user-admin.js';
