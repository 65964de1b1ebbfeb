import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'
import { v7 as uuid } from 'uuid'
import { FieldbookError } from '../contract/errors.ts'
import { text } from '../language/text.ts'
import { database } from './database.ts'
import { databaseError, EngagementFile, type Who } from './file.ts'
import { applicationId, missing, pathError } from './inspect.ts'
import { addLineage, type Origin } from './lineage.ts'
import { migrate } from './migrations/index.ts'
import { refuseLongDatabasePath } from './paths.ts'
import { putInPlace, removeIfThere } from './persistence.ts'

export interface NewEngagement {
  path: string
  client: string
  title: string
  contentVersion: string
  origin: Origin
  who: Who
}

/**
 * Makes an engagement file. It gets its name only when it is complete, so a failure leaves nothing, and a file that has the name already
 * is left as it is. `fill` writes its first rows, as part of the first change, which undo does not take back.
 */
export function createEngagement(details: NewEngagement, fill: (file: EngagementFile) => void): void {
  const { path } = details
  refuseLongDatabasePath(path, { isNew: true })
  if (existsSync(path)) throw new FieldbookError('file-exists', { path })
  const temporary = `${path}.${randomUUID()}.part`
  try {
    writeEmptyFile(temporary, details.origin)
    const file = EngagementFile.openEmpty(temporary, details.who)
    try {
      file.write(text('engagement:created'), () => fillFirstRows(file, details, fill), { permanent: true })
    } finally {
      file.close()
    }
    putInPlace(temporary, path)
  } catch (error) {
    const failure = pathError(path, databaseError(path, error))
    // A person knows the name that they asked for, not the temporary one.
    throw new FieldbookError(failure.code, { ...failure.details, ...('path' in failure.details ? { path } : {}) }, { cause: failure })
  } finally {
    removeIfThere(temporary)
    removeIfThere(`${temporary}-journal`)
  }
}

function writeEmptyFile(path: string, origin: Origin): void {
  const connection = openNew(path)
  try {
    connection.pragma(`application_id = ${applicationId}`)
    connection.transaction(() => {
      migrate(connection)
      addLineage(connection, origin)
    })()
  } finally {
    connection.close()
  }
}

function openNew(path: string): SQLite.Database {
  try {
    return new SQLite(path)
  } catch (error) {
    // SQLite says only that it cannot open the file, whether the folder is missing or protected.
    throw existsSync(dirname(path)) ? new FieldbookError('no-access', { path }, { cause: error }) : missing(path, error)
  }
}

function fillFirstRows(file: EngagementFile, details: NewEngagement, fill: (file: EngagementFile) => void): void {
  file.run(
    database.insertInto('engagement').values({
      id: uuid(),
      client: details.client,
      title: details.title,
      scope: '',
      consultant: '',
      approver: '',
      classification: text('engagement:classification'),
      certificationTarget: null,
      contentVersion: details.contentVersion,
      createdAt: new Date().toISOString(),
    }),
  )
  fill(file)
}
