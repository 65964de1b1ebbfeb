import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/{unit,browser,electron}/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // A state that is waited for comes later on a machine that is busy; the second that is usual is no fault of the program.
    expect: { poll: { timeout: 30_000 } },
    // Real files, real processes and real browsers: a few at a time on the two cores that everyone has.
    maxWorkers: 2,
    pool: 'forks',
  },
})
