import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** The import directions of docs/architecture.md, one block per room. A message states the rule. */
const room = (files, ignores, patterns) => ({
  files,
  ignores: ['**/*.test.ts', '**/*.test.tsx', ...ignores],
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
})

const libraries = {
  mongoose: {
    group: ['mongoose', 'mongodb'],
    message: 'MongoDB is reached through database/ and model.ts files only.',
  },
  stripe: {
    regex: '^stripe$',
    allowTypeImports: true,
    message: 'Stripe is reached through stripe/ only; types may be imported anywhere.',
  },
  outside: {
    regex: '(sandbox|stripe-app)/',
    message: 'The backend knows neither the stand-ins nor the views.',
  },
}

/** `outside`: what leads out of metrics/. */
const pure = (outside) => [
  { regex: outside, message: 'metrics/ is pure: it imports nothing of ours.' },
  {
    group: ['mongoose', 'mongodb', 'stripe', 'fastify', 'node:*'],
    message: 'metrics/ is pure: no I/O, no clock.',
  },
]

export default tseslint.config(
  {
    ignores: [
      '**/node_modules',
      '**/.cache',
      '**/.build',
      '**/dist',
      '.data',
      'stripe-app/src/api/schema.d.ts',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
    },
  },
  {
    files: ['scripts/**', 'bench/**', 'backend/src/cli/**', 'sandbox/**/main.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: { module: 'writable', process: 'readonly', require: 'readonly', jest: 'readonly' },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off', 'no-console': 'off' },
  },
  { files: ['**/*.tsx', 'stripe-app/**/*.ts'], ...reactHooks.configs.flat['recommended-latest'] },
  room(['backend/src/metrics/*'], [], pure('^\\.\\./')),
  room(['backend/src/metrics/*/**'], [], pure('^\\.\\./\\.\\.')),
  room(
    ['backend/src/**'],
    ['backend/src/metrics/**', 'backend/src/database/**', 'backend/src/**/model.ts', 'backend/src/stripe/**'],
    [libraries.mongoose, libraries.stripe, libraries.outside],
  ),
  room(['backend/src/database/**', 'backend/src/**/model.ts'], [], [libraries.stripe, libraries.outside]),
  room(['backend/src/stripe/**'], [], [libraries.mongoose, libraries.outside]),
  room(
    ['stripe-app/src/**'],
    [],
    [
      {
        regex: 'backend/|sandbox/',
        message: 'The extension knows the backend only through the generated API types.',
      },
    ],
  ),
  room(
    ['sandbox/**'],
    [],
    [{ regex: 'backend/', message: 'The stand-ins know the backend only by its address.' }],
  ),
  {
    files: ['backend/src/**'],
    ignores: ['backend/src/config.ts', 'backend/src/clock.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config.ts reads the environment.' },
        { object: 'Date', property: 'now', message: 'Only clock.ts reads the time.' },
        { object: 'Math', property: 'random', message: 'Chance comes from node:crypto.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Only clock.ts reads the time.',
        },
      ],
    },
  },
)
