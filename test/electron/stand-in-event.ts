export type Listener = (...values: unknown[]) => unknown

/** An event that can be turned down, and whether it was. */
export class Preventable {
  isPrevented = false
  readonly url: string

  constructor(url = '') {
    this.url = url
  }

  preventDefault(): void {
    this.isPrevented = true
  }
}

export interface WindowOptions {
  webPreferences: Record<string, unknown> & { preload: string }
}
