/**
 * Time limits of the tests, in milliseconds. They are safety nets against something that never ends, and no measure of speed (that is
 * `npm run bench`): they hold on a machine five times slower, and no test has a limit of its own.
 */
export const patience = {
  /** One test, or what is made ready for a file of them. */
  test: 900_000,
  /** Something that a test waits for: a text on the screen, a state, an answer. */
  wait: 150_000,
}
