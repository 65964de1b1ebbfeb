import type { DocumentModel, Section } from '../../report/model.ts'
import { controlRows } from '../walk.ts'
import { htmlSection } from './html-blocks.ts'
import { styleSheet } from './html-style.ts'
import { anchor, hashSource, html, htmlCell } from './html-text.ts'

interface HtmlHead {
  title: string
  language: string
  style: string
  /** The one script that may run. */
  script?: string
}

/** The beginning of a page that holds all it needs: no request can leave it, and nothing in it runs but the script that it came with. */
export function htmlHead({ title, language, style, script }: HtmlHead): string {
  const policy = [
    "default-src 'none'",
    `style-src ${hashSource(style)}`,
    'font-src data:',
    'img-src data:',
    ...(script === undefined ? [] : [`script-src ${hashSource(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!DOCTYPE html>
<html lang="${html(language)}">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${html(policy)}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="referrer" content="no-referrer"/>
<title>${html(title)}</title>
<style>${style}</style>
</head>
<body>`
}

/** The cover of a document: whose it is, what it is, and what an auditor asks for first (clause 7.5.2). */
export function htmlCover(model: DocumentModel, level: number): string {
  const rows = controlRows(model).map(([label, value]) => `<tr><th scope="row">${html(label)}</th><td>${htmlCell(value)}</td></tr>`)
  const { documentControl } = model.labels
  return `<header class="cover"><p class="client">${html(model.client)}</p><h${level} class="title">${html(model.title)}</h${level}>
<p class="subtitle">${html(model.subtitle)}</p></header>
<table class="control"><caption>${html(documentControl)}</caption><tbody>${rows.join('\n')}</tbody></table>`
}

function contents(sections: Section[], prefix: string): string {
  const items = sections.map(({ id, title, sections: inner = [] }) => {
    const below = inner.length > 0 ? contents(inner, prefix) : ''
    return `<li><a href="#${anchor(prefix, id)}">${html(title)}</a>${below}</li>`
  })
  return `<ol>${items.join('')}</ol>`
}

/** Writes a document as one HTML file that opens in any browser, without a network. It is well-formed XML too, so that it can be checked. */
export function writeHtml(model: DocumentModel): Uint8Array {
  const prefix = 's'
  const { contents: contentsTitle } = model.labels
  const head = htmlHead({ title: `${model.title} - ${model.client}`, language: model.language, style: styleSheet() })
  const page = `${head}
<a class="skip" href="#content">${html(contentsTitle)}</a>
<div class="page">
${htmlCover(model, 1)}
<nav class="contents" aria-label="${html(contentsTitle)}"><strong>${html(contentsTitle)}</strong>${contents(model.sections, prefix)}</nav>
<main id="content">
${model.sections.map((section) => htmlSection(section, { prefix, level: 2 })).join('\n')}
</main>
</div>
</body>
</html>
`
  return new TextEncoder().encode(page)
}
