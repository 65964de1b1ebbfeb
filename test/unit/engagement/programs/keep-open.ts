import { EngagementFile } from '../../../../src-main/engagement/file.ts'

/** Holds an engagement open, as a second program on the same laptop does, until it is told to end. */
const [path = ''] = process.argv.slice(2)
const file = EngagementFile.open(path, () => 'Other consultant')
console.log('open')
process.stdin.resume().on('end', () => file.close())
