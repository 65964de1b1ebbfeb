import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const digest = (token: string) => createHash('sha256').update(token).digest()
const newToken = () => randomBytes(32).toString('base64url')

/**
 * Who may call. An address carries a token that works once: the first page that has it gets the token of a session for it, which that
 * page keeps, so that a reload works and a second reader of the address is turned away.
 */
export class Tokens {
  readonly #invitations = new Set<string>()
  readonly #sessions: Buffer[] = []

  /** A new token for an address. */
  invite(): string {
    const token = newToken()
    this.#invitations.add(digest(token).toString('hex'))
    return token
  }

  /** The token of a new session, or null where the invitation is unknown or was used. */
  redeem(invitation: string): string | null {
    // The set holds digests: how long the look-up takes says nothing about a token that someone tries to guess.
    if (!this.#invitations.delete(digest(invitation).toString('hex'))) return null
    const token = newToken()
    this.#sessions.push(digest(token))
    return token
  }

  /** Whether this is the token of a session; takes as long for a wrong one as for a right one. */
  isSession(token: string): boolean {
    const given = digest(token)
    return this.#sessions.reduce((known, session) => timingSafeEqual(session, given) || known, false)
  }
}
