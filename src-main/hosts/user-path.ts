import { resolve } from 'node:path'

const ownScripts = ['start', 'fieldbook']

/** The folder that the person was in: npm changes to the project's own before it runs a script, and says where it came from. */
export function userFolder(): string {
  const isOwnScript = ownScripts.includes(process.env.npm_lifecycle_event ?? '')
  return (isOwnScript && process.env.INIT_CWD) || process.cwd()
}

export const userPath = (path: string) => resolve(userFolder(), path)
