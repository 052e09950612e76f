/** Packages that ship ES modules only: jest runs CommonJS, so these are transformed too. */
const esOnly = [
  'content-disposition',
  'cookie',
  '@noble/hashes',
  '@scure/base',
  'typebox',
  'openapi-fetch',
  '@stripe/ui-extension-sdk',
  'p-queue',
  'p-timeout',
  'eventemitter3',
]

const shared = {
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      { jsc: { target: 'es2022', transform: { react: { runtime: 'automatic' } } } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esOnly.join('|')})/)`],
}

/** @type {import('jest').Config} */
module.exports = {
  maxWorkers: 2,
  reporters: ['default', '<rootDir>/jest/closing-line.js'],
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/backend/src/**/*.test.ts',
        '<rootDir>/sandbox/**/*.test.ts',
        '<rootDir>/scripts/**/*.test.ts',
      ],
      testPathIgnorePatterns: ['/node_modules/', '\\.db\\.test\\.ts$'],
    },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/backend/**/*.db.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/jest/patience.js'],
      globalSetup: '<rootDir>/jest/mongod.js',
      globalTeardown: '<rootDir>/jest/mongod-stop.js',
    },
    {
      ...shared,
      displayName: 'extension',
      testMatch: ['<rootDir>/stripe-app/src/**/*.test.tsx', '<rootDir>/stripe-app/src/**/*.test.ts'],
    },
    { ...shared, displayName: 'end-to-end', testMatch: ['<rootDir>/e2e/**/*.test.ts'] },
  ],
}
