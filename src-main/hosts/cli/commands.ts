import type { Command } from './command.ts'
import { callCommand, proceduresCommand } from './commands/call.ts'
import { exportCommand } from './commands/documents.ts'
import { dossierCommand } from './commands/dossier.ts'
import { checkCommand, infoCommand, newCommand } from './commands/engagement.ts'
import { exportSystemsCommand, importSystemsCommand } from './commands/inventory.ts'
import { lintCommand } from './commands/soa.ts'
import { packCommand, unpackCommand } from './commands/transfer.ts'

/** Every command, in the order that help shows them. */
export const commands: readonly Command[] = [
  newCommand,
  infoCommand,
  importSystemsCommand,
  exportSystemsCommand,
  lintCommand,
  exportCommand,
  dossierCommand,
  packCommand,
  unpackCommand,
  checkCommand,
  callCommand,
  proceduresCommand,
]
