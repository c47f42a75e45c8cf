import {
  checkEmail,
  checkName,
  checkPassword,
  CIVILITIES,
  holdsPersonalData,
  normalizeEmail,
  normalizeName,
  SECTORS,
  type Civility,
  type Sector,
} from '../../rules/index.js';

/** What the form holds, as typed. */
export interface SignUpValues {
  readonly civility: Civility | '';
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly password: string;
  readonly confirmation: string;
  readonly sector: Sector | '';
  readonly offers: boolean;
}

export type SignUpField = keyof SignUpValues;
/** The rule that each wrong field breaks. */
export type SignUpErrors = Readonly<Partial<Record<SignUpField, string>>>;

export const EMPTY_SIGN_UP: SignUpValues = {
  civility: '',
  firstName: '',
  lastName: '',
  email: '',
  password: '',
  confirmation: '',
  sector: '',
  offers: false,
};

/** In the order of the screen: the first wrong one gets the focus. */
export const SIGN_UP_FIELDS: readonly SignUpField[] = [
  'civility',
  'firstName',
  'lastName',
  'email',
  'password',
  'confirmation',
  'sector',
  'offers',
];

const judges: { readonly [Field in SignUpField]: (values: SignUpValues) => string | undefined } = {
  civility: ({ civility }) => (civility ? undefined : 'civility_required'),
  firstName: ({ firstName }) => checkName(normalizeName(firstName)),
  lastName: ({ lastName }) => checkName(normalizeName(lastName)),
  email: ({ email }) => checkEmail(normalizeEmail(email)),
  password: ({ password, ...person }) =>
    checkPassword(password) ?? (holdsPersonalData(password, person) ? 'password_personal' : undefined),
  confirmation({ confirmation, password }) {
    if (!confirmation) return 'confirmation_required';
    return confirmation === password ? undefined : 'confirmation_different';
  },
  sector: ({ sector }) => (sector ? undefined : 'sector_required'),
  offers: () => undefined,
};

/** The rule that a field breaks now, if any. */
export function judgeSignUpField(values: SignUpValues, field: SignUpField): string | undefined {
  return judges[field](values);
}

/** All the fields that are wrong. */
export function judgeSignUp(values: SignUpValues): SignUpErrors {
  const errors: Partial<Record<SignUpField, string>> = {};
  for (const field of SIGN_UP_FIELDS) {
    const issue = judges[field](values);
    if (issue) errors[field] = issue;
  }
  return errors;
}

/** Takes what an earlier life kept, and nothing that doesn't fit. */
export function restoreSignUp(draft: unknown): SignUpValues {
  if (typeof draft !== 'object' || draft === null) return EMPTY_SIGN_UP;
  const kept = draft as Partial<Record<SignUpField, unknown>>;
  const text = (field: SignUpField) => (typeof kept[field] === 'string' ? kept[field] : '');
  return {
    ...EMPTY_SIGN_UP,
    civility: CIVILITIES.find((civility) => civility === kept.civility) ?? '',
    firstName: text('firstName'),
    lastName: text('lastName'),
    email: text('email'),
    sector: SECTORS.find((sector) => sector === kept.sector) ?? '',
    offers: kept.offers === true,
  };
}
