/** Names of the lists of files in a dossier: one for people and `sha256sum --check`, one for programs. */
export const manifestNames = { text: 'MANIFEST.txt', json: 'manifest.json' }

export const dossierKind = 'aims-fieldbook-dossier'

export interface ManifestFile {
  /** From the dossier's own folder, with forward slashes. */
  path: string
  size: number
  sha256: string
}

export interface ManifestHead {
  client: string
  createdAt: string
  application: string
}

/** As `sha256sum` prints it, so that anyone can check it. */
export const manifestText = (files: readonly ManifestFile[]): string => files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')

export const manifestJson = (head: ManifestHead, files: readonly ManifestFile[]): string =>
  `${JSON.stringify({ kind: dossierKind, version: 1, ...head, files }, null, 2)}\n`
