import { defineConfig } from 'vitest/config'
import { patience } from './test/patience.ts'

export default defineConfig({
  test: {
    include: ['test/{unit,browser,electron}/**/*.test.ts'],
    testTimeout: patience.test,
    hookTimeout: patience.test,
    expect: { poll: { timeout: patience.wait } },
    // Real files, real processes and real browsers: a few at a time on the two cores that everyone has.
    maxWorkers: 2,
    pool: 'forks',
  },
})
