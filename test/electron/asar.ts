import { readFileSync } from 'node:fs'

export interface ArchivedFile {
  path: string
  size: number
  /** Lies beside the archive, because the system has to load it from a real file. */
  isUnpacked: boolean
  content: () => Buffer
}

interface Node {
  files?: Record<string, Node>
  size?: number
  offset?: string
  unpacked?: boolean
}

/** The files of an ASAR archive: a header in JSON (after four lengths of 4 bytes), then the contents one after the other. */
export function readAsar(archive: string): ArchivedFile[] {
  const bytes = readFileSync(archive)
  const headerEnd = 8 + bytes.readUInt32LE(4)
  const root: Node = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12)))
  return filesOf(root, '').map(({ path, node: { size = 0, offset = '0', unpacked = false } }) => ({
    path,
    size,
    isUnpacked: unpacked,
    content: () => bytes.subarray(headerEnd + Number(offset), headerEnd + Number(offset) + size),
  }))
}

function filesOf(node: Node, path: string): { path: string; node: Node }[] {
  if (!node.files) return [{ path, node }]
  return Object.entries(node.files).flatMap(([name, inside]) => filesOf(inside, path === '' ? name : `${path}/${name}`))
}
