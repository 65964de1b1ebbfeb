import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchChromium } from '../../electron/chromium.ts'
import { faultsOf } from './faults.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchChromium()
})
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 800, height: 600 } })
})
afterAll(() => browser.close())

const frame = (body: string) =>
  `<!doctype html><html><style>html, body { height: 100%; margin: 0; overflow: hidden; font: 16px/1.5 sans-serif; background: #fff }
  button { border: 1px solid #555; background: #ddd; font: inherit } :focus-visible { outline: 2px solid blue }</style><body>${body}</body></html>`

const bar = '<div style="position: absolute; top: 0; width: 300px; height: 200px; background: red; clip-path: inset(60px 0 20px 0)"></div>'

/** One fault of each kind, and the same thing as it should be. */
const planted: [kind: string, what: string, bad: string, good: string][] = [
  ['no-size', 'a button that a column squeezed', '<button style="height: 4px; padding: 0; border: 0"></button>', '<button>Go</button>'],
  ['no-size', 'a list of 17 px', list('height: 17px'), list('height: 170px')],
  [
    'cut',
    'a word in a box that hides the rest',
    '<p style="width: 60px; overflow: hidden; white-space: nowrap">A long word indeed</p>',
    '<p>A long word indeed</p>',
  ],
  [
    'cut',
    'a control that its column made lower than its words',
    '<div style="display: flex; flex-direction: column; height: 90px; overflow: auto"><div style="overflow: hidden"><button>Conforms</button></div><div style="flex: none; height: 80px">x</div></div>',
    '<div style="display: flex; flex-direction: column; height: 90px; overflow: auto"><div style="overflow: hidden; flex: none"><button>Conforms</button></div><div style="flex: none; height: 80px">x</div></div>',
  ],
  [
    'cut',
    'an ellipsis that never says the rest',
    '<p style="width: 60px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">A long word indeed</p>',
    '<p title="A long word indeed" style="width: 60px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">A long word indeed</p>',
  ],
  ['cut', 'a date in a field that is too narrow', '<input value="2027-09-30" style="width: 40px">', '<input value="2027-09-30">'],
  ['cut', 'a placeholder', '<input placeholder="A clause, a control, a system" style="width: 60px">', '<input placeholder="A clause">'],
  [
    'covered',
    'words under a box',
    '<p>Under it</p><div style="position: absolute; top: 0; width: 300px; height: 60px; background: red"></div>',
    '<p>Under it</p><div style="position: absolute; top: 100px; width: 300px; height: 60px; background: red"></div>',
  ],
  ['covered', 'words over words', '<p>Under it</p><p style="margin-top: -40px">Over it</p>', '<p>Under it</p><p>Over it</p>'],
  [
    'covered',
    'a button under a bar, once its list is scrolled',
    `<div style="height: 200px; overflow: auto; border: 1px solid"><div style="height: 300px">One</div><button>Two</button><div style="height: 300px">Three</div></div>${bar}`,
    '<div style="height: 200px; overflow: auto; border: 1px solid"><div style="height: 300px">One</div><button>Two</button><div style="height: 300px">Three</div></div>',
  ],
  ['covered', 'a row that the focus leaves under the head', table(''), table('scroll-padding-top: 40px')],
  [
    'outside',
    'a button beyond the window',
    '<button style="position: absolute; left: 790px">Further</button>',
    '<button style="position: absolute; left: 700px">Further</button>',
  ],
  [
    'moved',
    'a frame that something pushed up',
    '<div id="frame" style="height: 100px; overflow: hidden"><div style="height: 150px">x</div></div>',
    '<div style="height: 100px; overflow: hidden"><div style="height: 150px">x</div></div>',
  ],
  [
    'strip',
    'half a line above an empty strip',
    `<div style="height: 216px; padding-bottom: 16px">${list('height: 200px')}</div>`,
    `<div style="height: 216px; padding-bottom: 16px">${list('height: 200px; border-bottom: 1px solid')}</div>`,
  ],
  [
    'no-sign',
    'columns beyond the edge',
    wide(''),
    wide('<i data-more style="position: absolute; inset: 0 0 0 auto; width: 8px; background: #ccc"></i>'),
  ],
  ['no-room', 'a first column as wide as the window', sticky(700), sticky(100)],
  [
    'tight',
    'a title whose lines touch',
    '<h1 style="width: 200px; font: 20px/1 sans-serif">A title that is too long</h1>',
    '<h1 style="width: 200px; font: 20px/1.3 sans-serif">A title that is too long</h1>',
  ],
  ['broken', 'a number without room', '<p style="width: 12px; overflow-wrap: anywhere">152</p>', '<p>152</p>'],
  ['small', 'type of 10 px', '<p style="font-size: 10px">Small</p>', '<p style="font-size: 12px">Not small</p>'],
  [
    'small',
    'a picture that was made smaller',
    '<svg viewBox="0 0 200 40" width="100"><text y="20" font-size="14">Word</text></svg>',
    '<svg viewBox="0 0 200 40" width="200"><text y="20" font-size="14">Word</text></svg>',
  ],
  [
    'faint',
    'a tag on a row of its colour',
    '<div style="background: #eee"><span class="Badge-root" style="background: #eee">Open</span></div>',
    '<div style="background: #eee"><span class="Badge-root" style="background: #fff">Open</span></div>',
  ],
  [
    'faint',
    'a light word in a picture',
    '<svg width="100" height="40"><text y="20" fill="#aaa">Word</text></svg>',
    '<svg width="100" height="40"><text y="20" fill="#333">Word</text></svg>',
  ],
  ['unseen-focus', 'a cell with the focus', '<div tabindex="0" style="outline: none">Cell</div>', '<div tabindex="0">Cell</div>'],
]

function list(style: string): string {
  return `<div style="overflow: auto; ${style}">${Array.from({ length: 20 }, (_, index) => `<p>Line ${index}</p>`).join('')}</div>`
}

function table(style: string): string {
  const rows = Array.from({ length: 30 }, (_, index) => `<tr tabindex="-1"><td>Row ${index}</td></tr>`).join('')
  return `<div style="height: 200px; overflow: auto; border: 1px solid; ${style}"><table><thead><tr><th style="position: sticky; top: 0; background: #fff">Head</th></tr></thead><tbody>${rows}</tbody></table></div>`
}

function wide(sign: string): string {
  return `<div style="position: relative"><div style="overflow: auto; height: 100px; border: 1px solid"><div style="width: 2000px">Wide</div></div>${sign}</div>`
}

function sticky(width: number): string {
  const cell = `<td style="position: sticky; inset-inline-start: 0; width: ${width}px; background: #fff">First</td>`
  return wide('<i data-more style="position: absolute; inset: 0 0 0 auto; width: 8px; background: #ccc"></i>').replace(
    '<div style="width: 2000px">Wide</div>',
    `<table style="table-layout: fixed; width: 2000px"><tr>${cell}<td>Second</td></tr></table>`,
  )
}

const kindsOf = async (body: string): Promise<string[]> => {
  await page.setContent(frame(body))
  await page.evaluate(() => document.getElementById('frame')?.scrollTo(0, 20))
  return (await faultsOf(page, { withFocus: true })).map((line) => line.slice(0, line.indexOf(':')))
}

describe('the check of the look', () => {
  test.each(planted)('%s: finds %s', async (kind, _what, bad, good) => {
    expect(await kindsOf(bad)).toContain(kind)
    expect(await kindsOf(good)).toEqual([])
  })

  test('looks at what is open over a page, and at nothing under it', async () => {
    const dialog = (words: string) =>
      `<p style="font-size: 9px">Under it</p><div class="mantine-Modal-content" style="position: fixed; inset: 0; z-index: 5; background: #fff">${words}</div>`
    expect(await kindsOf(dialog('<p style="font-size: 9px">In it</p>'))).toEqual(['small'])
    expect(await kindsOf(dialog('<p>In it</p>'))).toEqual([])
  })
})
