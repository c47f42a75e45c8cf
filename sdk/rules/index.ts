export {
  ACTIVATION_CODE_ALPHABET,
  ACTIVATION_CODE_LENGTH,
  checkActivationCode,
  formatActivationCode,
  readActivationCode,
  type ActivationCodeIssue,
} from './activation-code.js';
export { CIVILITIES, type Civility } from './civility.js';
export { checkCode, readCode, type CodeIssue } from './code.js';
export { suggestEmail } from './email-suggestion.js';
export {
  checkEmail,
  EMAIL_LOCAL_MAX,
  EMAIL_MAX,
  emailKey,
  normalizeEmail,
  type EmailIssue,
} from './email.js';
export { JOB_FUNCTIONS, type JobFunction } from './job-function.js';
export { loginIdStem, looksLikeLoginId, normalizeLoginId } from './login-id.js';
export { checkName, NAME_MAX, normalizeName, type NameIssue } from './name.js';
export { holdsPersonalData, type PersonalData } from './password-personal.js';
export {
  checkPassword,
  normalizePassword,
  PASSWORD_MAX,
  PASSWORD_MIN,
  passwordCriteria,
  type PasswordCriteria,
  type PasswordIssue,
} from './password.js';
export { checkPhone, formatPhone, normalizePhone, type PhoneIssue } from './phone.js';
export { sectorOfLegalCategory, SECTORS, type Sector } from './sector.js';
export {
  checkSiren,
  checkSiret,
  completeSiret,
  formatSiren,
  formatSiret,
  normalizeSiret,
  type SirenIssue,
  type SiretIssue,
} from './siret.js';
