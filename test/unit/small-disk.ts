import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'

/** Makes a folder a disk of its own that is soon full; only the root account of a Linux may, and it says whether it did. */
export function smallDisk(folder: string, megabytes: number): boolean {
  mkdirSync(folder)
  return process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status === 0
}

export const removeDisk = (folder: string) => spawnSync('umount', [folder])
