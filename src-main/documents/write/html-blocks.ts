import type { Block, Callout, Cell, Column, Details, Figures, HeatMap, Row, Run, Section, Table } from '../../report/model.ts'
import { chartParts, drawChart } from '../charts/index.ts'
import { toSvg } from '../charts/svg.ts'
import { printable } from '../plain-text.ts'
import { columnShares } from '../walk.ts'
import { anchor, html, htmlCell } from './html-text.ts'

/** Where blocks stand: what their names begin with, and the level of the headings around them. */
export interface HtmlPlace {
  prefix: string
  level: number
  /** Rows get names too, so that they can be led to. */
  namesRows?: boolean
}

const heading = (level: number, attributes: string, content: string) => {
  const tag = `h${Math.min(6, level)}`
  return `<${tag} ${attributes}>${content}</${tag}>`
}

const run = ({ text, strong, emphasis }: Run) => {
  const content = emphasis ? `<em>${html(text)}</em>` : html(text)
  return strong ? `<strong>${content}</strong>` : content
}
const runs = (parts: Run[]) => parts.map(run).join('')

/** A section with its blocks and the sections in it. */
export function htmlSection(section: Section, place: HtmlPlace): string {
  const inner = { ...place, level: place.level + 1 }
  const id = anchor(place.prefix, section.id)
  return `<section class="section" id="${id}">
${heading(place.level, 'class="heading"', html(section.title))}
${section.blocks.map((block) => htmlBlock(block, inner)).join('\n')}
${(section.sections ?? []).map((child) => htmlSection(child, inner)).join('\n')}
</section>`
}

/** Points that a chart over time takes in the width of the page. */
const chartRoom = 720

function htmlBlock(block: Block, place: HtmlPlace): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${runs(block.runs)}</p>`
    case 'list':
      return `<ul class="plain">${block.items.map((item) => `<li>${runs(item)}</li>`).join('')}</ul>`
    case 'table':
      return htmlTable(block, place)
    case 'radar':
    case 'bars':
    case 'line':
    case 'gantt':
    case 'steps':
      return `<figure>${heading(place.level, 'class="block-title"', html(block.title))}
${chartParts(block)
  .map((part) => picture(toSvg(drawChart(part, chartRoom)), block.description))
  .join('\n')}<figcaption>${html(block.description)}</figcaption></figure>`
    case 'heatmap':
      return heatMap(block, place)
    case 'figures':
      return figures(block)
    case 'callout':
      return callout(block)
    case 'details':
      return details(block, place)
  }
}

/** A drawing in the page, with what it shows in words for those who do not see it. */
const picture = (svg: string, description: string) => printable(svg).replace('<svg ', `<svg role="img" aria-label="${html(description)}" `)

const classes = (...names: (string | false | undefined)[]) => {
  const given = names.filter((name) => name !== undefined && name !== false && name !== '')
  return given.length > 0 ? ` class="${given.join(' ')}"` : ''
}

/** Lines of a cell, those that lead somewhere as links. */
function cellText({ text, links = [] }: Cell): string {
  if (links.length === 0) return htmlCell(text)
  const targets = new Map(links.map(({ line, to }) => [line, to]))
  return text
    .split('\n')
    .map((line) => {
      const to = targets.get(line)
      return to === undefined ? htmlCell(line) : `<a href="${html(to)}">${htmlCell(line)}</a>`
    })
    .join('\n')
}

const aligned = (align: Column['align']) => align !== 'left' && align

/** A wide table scrolls by itself, which has to be possible by keys. */
const scrolling = (title: string, table: string) =>
  `<div class="scroll" role="region" aria-label="${html(title)}" tabindex="0">${table}</div>`

const columnGroup = (shares: number[]) =>
  `<colgroup>${shares.map((share) => `<col class="w${Math.max(1, Math.round(share * 100))}"/>`).join('')}</colgroup>`

function htmlTable(table: Table, place: HtmlPlace): string {
  if (table.rows.length === 0) return `<p class="empty">${html(table.empty)}</p>`
  const head = table.columns.map(({ title, align }) => `<th scope="col"${classes(aligned(align))}>${htmlCell(title)}</th>`).join('')
  const body = table.rows.map((row) =>
    row.group
      ? `<tr><th scope="rowgroup" class="group" colspan="${table.columns.length}">${htmlCell(row.title)}</th></tr>`
      : htmlRow(row, table, place),
  )
  return scrolling(
    table.title,
    `<table><caption>${html(table.title)}</caption>${columnGroup(columnShares(table))}<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody></table>`,
  )
}

function htmlRow(row: Row, table: Table, { prefix, namesRows }: HtmlPlace): string {
  const cells = table.columns.map(({ align }, index) => {
    const cell = row.cells[index] ?? { text: '' }
    const look = classes(aligned(align), cell.tone, cell.strong && 'strong')
    // The first cell says what the row is about.
    return index === 0 ? `<th scope="row"${look}>${cellText(cell)}</th>` : `<td${look}>${cellText(cell)}</td>`
  })
  const name = namesRows ? ` id="${anchor(prefix, table.id, row.id)}"` : ''
  return `<tr${name}>${cells.join('')}</tr>`
}

function heatMap(map: HeatMap, { level }: HtmlPlace): string {
  const head = map.columns.map((title) => `<th scope="col" class="center">${html(title)}</th>`).join('')
  const rows = map.rows.map(
    ({ label, cells }) =>
      `<tr><th scope="row">${htmlCell(label)}</th>${cells.map(({ text, tone }) => `<td class="center ${tone}">${html(text)}</td>`).join('')}</tr>`,
  )
  const shares = [0.34, ...map.columns.map(() => 0.66 / map.columns.length)]
  return `${heading(level, 'class="block-title"', html(map.title))}
${scrolling(
  map.title,
  `<table><caption>${html(map.title)}</caption>${columnGroup(shares)}<thead><tr><td></td>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
)}<p class="caption">${html(map.description)}</p>`
}

const figures = ({ items }: Figures) =>
  `<ul class="figures">${items.map(({ value, label, tone }) => `<li><strong${classes(tone)}>${html(value)}</strong>${html(label)}</li>`).join('')}</ul>`

const callout = ({ tone, title, runs: words }: Callout) =>
  `<div class="callout ${tone}"><p class="name">${html(title)}</p><p>${runs(words)}</p></div>`

function details({ title, tone, state, items }: Details, { level }: HtmlPlace): string {
  const tag = state ? ` <span class="tag ${tone ?? 'neutral'}">${html(state)}</span>` : ''
  const lines = items.map(({ label, text }) => `<div><dt>${html(label)}</dt><dd>${html(text)}</dd></div>`)
  return `<div class="details">${heading(level, 'class="name"', `${html(title)}${tag}`)}${lines.length > 0 ? `<dl>${lines.join('\n')}</dl>` : ''}</div>`
}
