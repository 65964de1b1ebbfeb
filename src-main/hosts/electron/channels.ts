/** What the window and the main process say to each other, and nothing else. Imported by the preload, so it imports nothing. */
export const channels = {
  call: 'fieldbook:call',
  chooseFile: 'fieldbook:choose-file',
  chooseFiles: 'fieldbook:choose-files',
  chooseSavePath: 'fieldbook:choose-save-path',
  revealFile: 'fieldbook:reveal-file',
  openFile: 'fieldbook:open-file',
  /** The page can take files to open. */
  listening: 'fieldbook:listening',
  /** A file that the system asks to open. */
  fileAsked: 'fieldbook:file-asked',
} as const
