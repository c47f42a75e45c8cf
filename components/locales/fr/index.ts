import { adminActivation } from './admin-activation.js';
import { codeConfirm } from './code-confirm.js';
import { common } from './common.js';
import { habilitationRequest } from './habilitation-request.js';
import { habilitationStates } from './habilitation-states.js';
import { jobFunctions } from './job-functions.js';
import { problems } from './problems.js';
import { sectors } from './sectors.js';
import { services } from './services.js';
import { signin } from './signin.js';
import { signupAnswers } from './signup-answers.js';
import { signup } from './signup.js';
import { structurePicker } from './structure-picker.js';
import { userAdmin } from './user-admin.js';

/** French, the source language. */
export const fr = {
  adminActivation,
  codeConfirm,
  common,
  habilitationRequest,
  habilitationStates,
  jobFunctions,
  problems,
  sectors,
  services,
  signin,
  signup,
  signupAnswers,
  structurePicker,
  userAdmin,
};
