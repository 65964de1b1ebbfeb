import { join } from 'node:path'
import { resourceFolder } from '../resources.ts'

const file = (style: string) => join(resourceFolder(), 'fonts', `IBMPlexSans-${style}.ttf`)

/** The shipped fonts, so that a document looks the same on every laptop. */
export const fontFiles = () => ({ normal: file('Regular'), italics: file('Italic'), medium: file('Medium'), bold: file('SemiBold') })
