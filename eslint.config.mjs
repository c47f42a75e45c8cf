import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const ours = ['**/*.ts', '**/*.mjs'];
const shipped = ['sdk/**/*.ts', 'components/**/*.ts', 'src/**/*.ts'];
const tests = ['test/**/*.ts'];

/** With some bundlers the named import brings every language along, some 80 kB. */
const zodMini = [
  {
    selector: "ImportDeclaration[source.value='zod/mini'] > :matches(ImportSpecifier, ImportDefaultSpecifier)",
    message: "Write `import * as z from 'zod/mini'`.",
  },
  {
    selector: "ImportDeclaration[source.value=/^zod(?!\\u002fmini$)/]",
    message: "Only 'zod/mini' may be imported: 'zod' weighs five times as much.",
  },
  {
    selector: "ImportExpression[source.value=/^zod(?!\\u002fmini$)/]",
    message: "Only 'zod/mini' may be imported: 'zod' weighs five times as much.",
  },
];

export default tseslint.config(
  { ignores: ['dist/', 'docs/', 'coverage/', '.cache/', '.data/', 'test-results/'] },
  {
    files: ours,
    extends: [tseslint.configs.strict],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // An import of inline types alone stays in the output, and loads the file for nothing.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Classes that only hold statics don't occur; empty bodies are written on purpose, with a comment.
      '@typescript-eslint/no-empty-function': 'off',
      // An interface of a schema's type gives it a name in messages and in the documentation.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      'no-restricted-syntax': ['error', ...zodMini],
    },
  },
  {
    // What needs types: promises nobody waits for are where journeys get lost.
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.sdk.json', 'tsconfig.page.json', 'tsconfig.node.json', 'tsconfig.test.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: shipped,
    rules: {
      // Errors are imported as types for the links of `@throws`.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_|Error$' }],
      'no-console': ['error', { allow: ['warn'] }],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'global'],
    },
  },
  {
    files: ['components/**/*.ts', 'demo/pages/**/*.ts', 'demo/qa/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended'], litA11y.configs.recommended],
    rules: {
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/prefer-static-styles': 'error',
      'lit/quoted-expressions': ['error', 'never'],
      // Safari forgets that a list without bullets is a list, unless told.
      'lit-a11y/no-redundant-role': 'off',
    },
  },
  {
    // `node:test` awaits what it is given; chai's assertions are expressions.
    files: tests,
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
