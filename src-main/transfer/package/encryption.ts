import { createReadStream, createWriteStream, openSync, readSync, closeSync } from 'node:fs'
import { Writable } from 'node:stream'
import { Decrypter, Encrypter } from 'age-encryption'
import { FieldbookError } from '../../contract/errors.ts'

const ageMark = 'age-encryption.org/'

/** Whether a file begins as a file of the age format does. */
export function isEncrypted(path: string): boolean {
  const start = Buffer.alloc(ageMark.length)
  const file = openSync(path, 'r')
  try {
    return readSync(file, start, 0, start.length, 0) === start.length && start.toString('latin1') === ageMark
  } finally {
    closeSync(file)
  }
}

/** Bytes of a file as a web stream, which is what the age library reads. */
function bytesOf(path: string): ReadableStream<Uint8Array> {
  const chunks = createReadStream(path)[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await chunks.next()
      if (next.done) controller.close()
      else controller.enqueue(new Uint8Array(next.value))
    },
  })
}

async function save(stream: ReadableStream<Uint8Array>, path: string, signal: AbortSignal | undefined): Promise<void> {
  const target = Writable.toWeb(createWriteStream(path, { flags: 'wx' }))
  await stream.pipeTo(target, signal ? { signal } : {})
}

/** Encrypts a file for a passphrase, in the age format; `workFactor` is the logarithm of scrypt's cost (age's own is 18, about a second). */
export async function encryptFile(source: string, destination: string, passphrase: string, signal?: AbortSignal, workFactor = 18): Promise<void> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(workFactor)
  await save(await encrypter.encrypt(bytesOf(source)), destination, signal)
}

/**
 * Decrypts a file. The age format proves each part as it comes, so what stands at the destination before the end is not yet to be trusted.
 * @throws FieldbookError wrong-passphrase where the passphrase does not open it, package-damaged where a part does not prove.
 */
export async function decryptFile(source: string, destination: string, passphrase: string, signal?: AbortSignal): Promise<void> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  const opened = await decrypter.decrypt(bytesOf(source)).catch((error: unknown) => {
    throw new FieldbookError('wrong-passphrase', { path: source }, { cause: error })
  })
  try {
    await save(opened, destination, signal)
  } catch (error) {
    if (signal?.aborted) throw new FieldbookError('cancelled', {}, { cause: error })
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('E')) throw error
    throw new FieldbookError('package-damaged', { path: source }, { cause: error })
  }
}
