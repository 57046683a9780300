import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const TESTS = ['test/**/*.{ts,tsx}'];

/** docs/CODING_RULES.md gives each rule its reason; the import table is in `.dependency-cruiser.cjs`. */
const syntax = (selector, message) => ({ selector, message });

const EVERYWHERE = [
  syntax('TSEnumDeclaration', 'Unions of texts, not enums: they are what SQL and JSON hold.'),
  syntax('TSAsExpression > TSAsExpression > TSUnknownKeyword', '`as unknown as` turns the compiler off.'),
];

const NO_ENVIRONMENT = [
  syntax('MemberExpression[object.name="process"][property.name="env"]', 'Only config/ reads process.env.'),
  syntax('ImportSpecifier[imported.name="env"]', 'Only config/ reads process.env.'),
];

/** Money is whole cents: what makes fractions of it is refused where money is handled. */
const NO_FLOATS = [
  syntax('CallExpression[callee.name="parseFloat"]', 'Money is integer cents: parse whole numbers.'),
  syntax('CallExpression[callee.property.name="parseFloat"]', 'Money is integer cents: parse whole numbers.'),
  syntax(
    'CallExpression[callee.property.name=/^(toFixed|toPrecision)$/]',
    'Money is integer cents: write it with whole-number arithmetic.',
  ),
  syntax(
    'Literal[raw=/^[0-9_]*[.][0-9]/]',
    'A fraction near money: use cents, basis points (…Bps) or a ratio of whole numbers.',
  ),
];

const NO_CLOCK = [
  syntax('NewExpression[callee.name="Date"][arguments.length=0]', 'Time comes in as an argument.'),
  syntax('CallExpression[callee.object.name="Date"][callee.property.name="now"]', 'Time comes in as an argument.'),
  syntax('CallExpression[callee.name="Date"]', 'Time comes in as an argument.'),
  syntax('CallExpression[callee.object.name="Math"][callee.property.name="random"]', 'Chance comes in as an argument.'),
  syntax('MemberExpression[object.name="Temporal"][property.name="Now"]', 'Time comes in as an argument.'),
];

const restrict = (...lists) => ['error', ...EVERYWHERE, ...lists.flat()];

export default defineConfig(
  { ignores: ['node_modules/', 'coverage/', '.ownward/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: { globals: { process: 'readonly', module: 'writable', URL: 'readonly' } },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A short arrow may hand on a call that answers nothing, and `void` says that an answer is not wanted.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // What a library hands to a callback as its error (`unknown`) is handed on as it is.
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      // A port is implemented by functions that need not wait for anything.
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
      'no-empty': 'error',
      'no-loss-of-precision': 'error',
      'no-self-compare': 'error',
      'no-unreachable-loop': 'error',
      'no-useless-escape': 'error',
      'no-console': 'error',
      'no-param-reassign': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': restrict(NO_ENVIRONMENT),
    },
  },
  { files: ['domain/**/*.ts'], rules: { 'no-restricted-syntax': restrict(NO_ENVIRONMENT, NO_FLOATS, NO_CLOCK) } },
  { files: ['{activities,db}/**/*.ts'], rules: { 'no-restricted-syntax': restrict(NO_ENVIRONMENT, NO_FLOATS) } },
  {
    files: ['workflows/**/*.ts'],
    rules: {
      'no-restricted-syntax': restrict(NO_ENVIRONMENT, NO_FLOATS),
      'no-restricted-imports': ['error', { patterns: [{ regex: '^(node:|zod)', message: 'Not in the sandbox.' }] }],
      // A Workflow's own `facts` is the one thing its handlers change.
      'no-param-reassign': ['error', { props: false }],
    },
  },
  { files: ['config/**/*.ts'], rules: { 'no-restricted-syntax': restrict() } },
  // What these print is their product: they talk to a person at a terminal.
  { files: ['{local,bench}/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: TESTS,
    rules: {
      'no-restricted-syntax': restrict(),
      // A describe() holds a whole story; an untyped JSON answer is what a real client gets.
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
