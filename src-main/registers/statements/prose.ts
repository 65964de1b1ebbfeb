import type { Block, Run } from '../../report/model.ts'

const item = /^\s*(?:[-*•]|\d+[.)])\s+/

/** A line with its **strong** parts told apart. */
function runsOf(line: string): Run[] {
  return line
    .split(/\*\*(.+?)\*\*/)
    .map((text, index) => (index % 2 === 1 ? { text, strong: true } : { text }))
    .filter(({ text }) => text !== '')
}

/** Text as it was typed, as paragraphs and lists: an empty line parts paragraphs, a dash or a number begins an item of a list. */
export function proseBlocks(body: string): Block[] {
  const blocks: Block[] = []
  let paragraph: string[] = []
  let items: Run[][] = []
  const endParagraph = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', runs: runsOf(paragraph.join('\n')) })
    paragraph = []
  }
  const endList = () => {
    if (items.length > 0) blocks.push({ kind: 'list', items })
    items = []
  }
  for (const line of body.split(/\r?\n/)) {
    if (item.test(line)) {
      endParagraph()
      items = [...items, runsOf(line.replace(item, ''))]
    } else {
      endList()
      if (line.trim() === '') endParagraph()
      else paragraph = [...paragraph, line.trim()]
    }
  }
  endParagraph()
  endList()
  return blocks
}
