import { FieldbookError } from '../contract/errors.ts'
import { longestName } from '../contract/evidence.ts'
import { text } from '../language/text.ts'
import { unseen } from '../language/visible.ts'

/** Names that Windows keeps for devices, whatever their ending. */
const ofDevices = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i

/** Bytes of a name that every file system takes; some of the 255 are left for a number or an ending of ours. */
const mostBytes = 200
const mostOfEnding = 20

/** Endings of what starts a program, or may, on one of the systems. Opening such a file is left to a person who has saved it. */
const runnable = new Set(
  (
    'action ade adp apk app appimage application appref-ms bas bat bin cab chm cmd com command cpl crt csh deb desktop diagcab dll dmg docm ' +
    'dotm elf exe fon gadget hlp hta htm html img inf ins iso isp jar jnlp js jse ksh lnk mad maf mam mda mdb mde msc msh msi msix msp mst ' +
    'ops osx out pcd pif pkg pl potm ppam ppsm pptm prg ps1 ps1xml psc1 psd1 psm1 py pyc pyw rb reg rpm run scf scpt scr sct settingcontent-ms sh ' +
    'shb shs svg svgz sys terminal tool url vb vbe vbs vbscript vhd vhdx webloc website workflow ws wsc wsf wsh xbap xhtml xlam xll xlsb xlsm xltm xml ' +
    'xsl zsh'
  ).split(' '),
)

const endingOf = (name: string) => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** Whether opening a file of this name could start a program. */
export const isRunnable = (name: string): boolean => runnable.has(endingOf(name))

/** Checks a name as it was given. @throws FieldbookError attachment-name in one sentence. */
export function checkName(given: string): void {
  const refuse = (reason: string) =>
    new FieldbookError('attachment-name', { reason: text(`evidence:name.${reason}`, { most: longestName }) })
  if (given.length > longestName) throw refuse('tooLong')
  if (lastStep(given).replace(unseen, '').replaceAll(/[.\s]/gu, '') === '') throw refuse('empty')
}

/** A path gives its last step, whichever system it comes from. */
const lastStep = (given: string) => given.replace(/[/\\]+$/, '').replace(/^.*[/\\]/s, '')

/** A name that every system takes, from the one that was given. */
export function safeName(given: string): string {
  const plain = lastStep(given)
    .normalize('NFC')
    .replace(unseen, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .trim()
    .replace(/[.\s]+$/u, '')
  const named = plain === '' ? text('evidence:name.without') : plain
  return cut(ofDevices.test(named) ? `_${named}` : named)
}

/** Cut to the bytes that fit, with its ending kept: that tells which program opens it. */
function cut(name: string): string {
  if (Buffer.byteLength(name) <= mostBytes) return name
  const ending = endingOf(name)
  const kept = ending === '' || ending.length > mostOfEnding ? '' : name.slice(name.length - ending.length - 1)
  let stem = ''
  for (const sign of name.slice(0, name.length - kept.length)) {
    if (Buffer.byteLength(stem + sign + kept) > mostBytes) break
    stem += sign
  }
  return `${stem.trimEnd()}${kept}`
}

/** What an entry is called that is made from a file. */
export const titleFrom = (name: string): string => name.replace(/\.[^.]{1,20}$/, '').slice(0, 200) || name
