import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../../../src-main/hosts/build.ts'
import { drawArchitecture, readPicture } from '../../architecture/picture.ts'

const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'src-main/engagement/DECISIONS.md',
  'src-main/documents/DECISIONS.md',
  'src-main/hosts/DECISIONS.md',
  'src-renderer/DECISIONS.md',
]

const read = (page: string) => readFileSync(join(projectFolder(), page), 'utf8')
/** Paths in back quotes and in links; a capital word such as NAME, or a dots sign, stands for something of the reader's own. */
const pathsOf = (page: string) =>
  [...read(page).matchAll(/`((?:src-main|src-renderer|resources|test)\/[^`\s]*)`|\]\((?!https?:)([^)#]+)\)/g)]
    .map(([, quoted, linked]) => quoted ?? linked ?? '')
    .filter((path) => !/NAME|…/.test(path))

test.each(pages)('every path that %s names is there', (page) => {
  expect(pathsOf(page).filter((path) => !existsSync(join(projectFolder(), path)))).toEqual([])
})

test('the program and its content each have a licence, and package.json points to it', () => {
  expect(read('LICENSE')).toContain('LICENSE-CONTENT')
  expect(read('LICENSE-CONTENT')).toContain('resources/content')
  expect(JSON.parse(read('package.json'))).toMatchObject({ license: 'SEE LICENSE IN LICENSE' })
})

/** Counts change with every file; which folders there are, and who imports whom, is what the picture is about. */
const withoutCounts = (picture: string) => picture.replace(/\d+ files?/g, 'files').replace(/ \d+(?=[,<])/g, '')

test('the picture of the architecture is that of the code', async () => {
  const drawn = await drawArchitecture()
  expect(drawn).toContain('imports: Shared')
  expect(withoutCounts(readPicture())).toBe(withoutCounts(drawn))
})

test('no test has a time limit of its own: they hold on a machine five times slower', () => {
  const limited = globSync('test/**/*.test.ts', { cwd: projectFolder() }).filter((path) => {
    const source = read(path)
    return /\btimeout: \d/.test(source) || /^ *\}, \d[\d_]*\)$/m.test(source)
  })
  expect(limited).toEqual([])
})
