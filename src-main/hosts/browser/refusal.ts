/** A request that gets an HTTP status and no reason: whoever sends it is not our page. */
export class Refusal extends Error {
  readonly status: number

  constructor(status: number) {
    super(`refused with ${status}`)
    this.status = status
  }
}
