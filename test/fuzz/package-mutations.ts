import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { readPackage } from '../../src-main/transfer/package/read.ts'
import { writePackage } from '../../src-main/transfer/package/write.ts'
import type { Mutation } from './mutation.ts'
import { pageMutations } from './page-mutations.ts'
import type { Random } from './random.ts'
import { rowMutations } from './row-mutations.ts'
import { schemaMutations } from './schema-mutations.ts'

const ofBytes = (name: string, work: (bytes: Buffer, random: Random) => void): Mutation => ({
  name,
  kind: 'package',
  expects: 'refused',
  apply(path, random) {
    const bytes = readFileSync(path)
    work(bytes, random)
    writeFileSync(path, bytes)
  },
})

const flip = (bytes: Buffer, at: number, random: Random) => {
  bytes[at] = (bytes[at] ?? 0) ^ (1 + random.below(255))
}

/** A package that is right in all that it says of itself, around an engagement that is not. */
const around = (name: string, of: readonly Mutation[], expects: Mutation['expects']): Mutation => ({
  name,
  kind: 'package',
  expects,
  async apply(path, random) {
    const inside = `${path}.${randomUUID()}`
    try {
      const {
        format: _format,
        formatVersion: _version,
        contents: _contents,
        ...manifest
      } = await readPackage({ source: path, destination: inside })
      await random.pick(of.filter((mutation) => mutation.expects === expects && mutation.name !== 'a huge text')).apply(inside, random)
      await writePackage({ source: inside, destination: path, manifest, overwrite: true })
    } finally {
      rmSync(inside, { force: true })
    }
  },
})

export const packageMutations: readonly Mutation[] = [
  ofBytes('a byte of a package', (bytes, random) => flip(bytes, random.below(bytes.length), random)),
  ofBytes('many bytes of a package', (bytes, random) => {
    for (let count = 0; count < 200; count += 1) flip(bytes, random.below(bytes.length), random)
  }),
  ofBytes('the seal of a package', (bytes, random) => flip(bytes, bytes.length - 1 - random.below(64), random)),
  {
    name: 'a package that is cut short',
    kind: 'package',
    expects: 'refused',
    apply: (path, random) => truncateSync(path, random.below(readFileSync(path).length)),
  },
  around('a package around an altered schema', schemaMutations, 'refused'),
  around('a package around unknown values', rowMutations, 'found'),
  around('a package around an engagement that cannot be used', rowMutations, 'refused'),
  around('a package around damaged pages', pageMutations, 'refused'),
]
