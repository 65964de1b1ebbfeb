import { Decrypter, Encrypter } from 'age-encryption'
import { FieldbookError } from '../../contract/errors.ts'
import { ageMark } from '../../engagement/file-kind.ts'
import { type Bytes, collect } from './bytes.ts'

const passphraseMark = `${ageMark}-> scrypt `

/** A whole header of a file that a passphrase opens; it has no room for anything else. */
const passphraseHeader = /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} \d{1,2}\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/
const longestHeader = 256

/** Accents come as one character or two, by the keyboard and the system; the passphrase must be the same bytes on every laptop. */
const sameEverywhere = (passphrase: string) => passphrase.normalize('NFC')

/** Web streams are what the age library reads. */
function webStream(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array<ArrayBufferLike>> {
  const iterator = pieces[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}

/** Encrypts what passes through. `workFactor` is the base-2 logarithm of scrypt's cost; age's own is 18, about a second. */
export async function* encrypting(bytes: AsyncIterable<Uint8Array>, passphrase: string, workFactor = 18): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(sameEverywhere(passphrase))
  encrypter.setScryptWorkFactor(workFactor)
  yield* await encrypter.encrypt(webStream(bytes))
}

const beginning = async (file: Bytes) => (await collect(file.read(0, Math.min(file.size, longestHeader)))).toString('latin1')

export async function isEncrypted(file: Bytes): Promise<boolean> {
  return (await beginning(file)).startsWith(ageMark)
}

/**
 * The decrypted bytes of an encrypted file; nothing of them touches a disk. Each piece that is read was authenticated.
 * @throws FieldbookError not-a-package (encrypted for a key, not a passphrase), package-damaged, passphrase-needed or wrong-passphrase.
 */
export async function decrypted(file: Bytes, passphrase: string | undefined, path: string): Promise<Bytes> {
  const start = await beginning(file)
  if (!start.startsWith(passphraseMark)) throw new FieldbookError('not-a-package', { path })
  const [header] = passphraseHeader.exec(start) ?? []
  if (header === undefined) throw new FieldbookError('package-damaged', { path })
  if (passphrase === undefined) throw new FieldbookError('passphrase-needed', { path })
  const fileKey = await unlock(header, passphrase, path)
  // With the key of the file at hand, each new read from its beginning is spared the slow way from the passphrase to the key.
  const decrypter = new Decrypter()
  decrypter.addIdentity({ unwrapFileKey: () => fileKey })
  const open = () => decrypter.decrypt(webStream(file.read(0, file.size)))
  const stream = await open()
  const size = stream.size(file.size)
  await stream.cancel()
  return { size, read: (from, to) => cut(open, from, to) }
}

/** Of a stream that can only be read from its beginning, the bytes from `start` up to `end`. */
async function* cut(open: () => Promise<ReadableStream<Uint8Array>>, start: number, end: number): AsyncGenerator<Uint8Array> {
  let position = 0
  for await (const piece of await open()) {
    const wanted = piece.subarray(Math.max(0, start - position), Math.max(0, end - position))
    if (wanted.length > 0) yield wanted
    position += piece.length
    if (position > end) return
  }
}

async function unlock(header: string, passphrase: string, path: string): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(sameEverywhere(passphrase))
  try {
    return await decrypter.decryptHeader(Buffer.from(header, 'latin1'))
  } catch (error) {
    const isWrong = error instanceof Error && error.message.startsWith('no identity matched')
    throw new FieldbookError(isWrong ? 'wrong-passphrase' : 'package-damaged', { path }, { cause: error })
  }
}
