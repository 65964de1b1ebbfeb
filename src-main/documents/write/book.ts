import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentBook } from '../../report/model.ts'
import { resourceFolder } from '../../resources.ts'
import { bookStyle } from './book-style.ts'
import { htmlCover, htmlHead } from './html.ts'
import { htmlSection } from './html-blocks.ts'
import { styleSheet } from './html-style.ts'
import { anchor, html, htmlCell } from './html-text.ts'

/** The script that searches the page: its own file, so that it is read and checked like one. */
const script = () => readFileSync(join(resourceFolder(), 'documents', 'book.js'), 'utf8')

const mebibyte = 1024 * 1024
const sizeOf = (bytes: number) =>
  bytes >= mebibyte ? `${(bytes / mebibyte).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`

const indexPrefix = 'i'

/** Everything before the first chapter: head, navigation, search, index. */
export function bookStart(book: DocumentBook): string {
  const { index, title, language } = book
  return `${htmlHead({ title, language, style: styleSheet(bookStyle), script: script() })}
<a class="skip" href="#content">${html(book.labels.skip)}</a>
<div class="book">
${navigation(book)}
<main id="content" class="page" tabindex="-1">
<article id="index" data-chapter="${html(index.title)}">
${htmlCover(index, 1)}
${index.sections.map((section) => htmlSection(section, { prefix: indexPrefix, level: 2, namesRows: true })).join('\n')}
</article>
`
}

function navigation({ labels, chapters, items, client, index }: DocumentBook): string {
  const link = (to: string, code: string, words: string) =>
    `<li><a href="#${to}"><span class="code">${html(code)}</span> <span>${html(words)}</span></a></li>`
  const documents = chapters.map(({ number, title }) => link(anchor(`d${number}`), number, title))
  const answered = items.map(({ table, id, title }) => link(anchor(indexPrefix, table, id), id, title))
  const foundCount = `data-found="${html(labels.found)}" data-none="${html(labels.nothingFound)}"`
  return `<aside class="side screen">
<p class="client">${html(client)}</p>
<div class="search" id="search" hidden="">
<label for="find">${html(labels.find)}</label>
<input id="find" type="search" role="combobox" autocomplete="off" spellcheck="false" aria-expanded="false" aria-controls="found" aria-autocomplete="list" aria-describedby="find-hint"/>
<p id="find-hint" class="hint">${html(labels.findHint)}</p>
<p id="found-count" class="hint" role="status" ${foundCount}></p>
<ul id="found" role="listbox" aria-label="${html(labels.find)}" hidden=""></ul>
</div>
<nav aria-label="${html(labels.navigation)}">
<ul class="jumps"><li><a href="#index">${html(index.title)}</a></li><li><a href="#files">${html(labels.evidence)}</a></li></ul>
<details open=""><summary>${html(labels.documents)}</summary><ul>${documents.join('\n')}</ul></details>
<details><summary>${html(labels.clauses)}</summary><ul>${answered.join('\n')}</ul></details>
</nav>
</aside>`
}

/** One document of the book. */
export function bookChapter({ number, title, model }: DocumentBook['chapters'][number]): string {
  const prefix = `d${number}`
  return `<article id="${anchor(prefix)}" class="chapter" data-chapter="${html(`${number} ${title}`)}">
<p class="number">${html(number)}</p>
${htmlCover(model, 2)}
${model.sections.map((section) => htmlSection(section, { prefix, level: 3 })).join('\n')}
</article>
`
}

/** The list of files of evidence in pieces; behind each piece with a hash stands the content of that file, in base64. */
export function bookFiles({ files, labels }: DocumentBook, inside: ReadonlySet<string>): { html: string; sha256: string | null }[] {
  const columns = [labels.file, labels.usedBy, labels.size, labels.sha256].map((title) => `<th scope="col">${html(title)}</th>`).join('')
  const pieces: { html: string; sha256: string | null }[] = [
    {
      html: `<article id="files" class="chapter" data-chapter="${html(labels.evidence)}"><h2 class="block-title">${html(labels.evidence)}</h2>
${files.length === 0 ? `<p class="empty">${html(labels.noFiles)}</p>` : `<div class="scroll" role="region" aria-label="${html(labels.evidence)}" tabindex="0"><table><caption>${html(labels.evidence)}</caption><thead><tr>${columns}</tr></thead><tbody>`}`,
      sha256: null,
    },
  ]
  for (const { id, name, sha256, size, about } of files) {
    const rest = `<td>${htmlCell(about)}</td><td>${html(sizeOf(size))}</td><td class="hash">${html(sha256)}</td></tr>\n`
    const row = `<tr id="${anchor(id)}"><th scope="row">`
    if (inside.has(sha256)) {
      const label = labels.save.replace('{name}', name)
      pieces.push({
        html: `${row}<a download="${html(name)}" aria-label="${html(label)}" href="data:application/octet-stream;base64,`,
        sha256,
      })
      pieces.push({ html: `">${htmlCell(name)}</a></th>${rest}`, sha256: null })
    } else pieces.push({ html: `${row}${htmlCell(name)} <span class="tag neutral">${html(labels.apart)}</span></th>${rest}`, sha256: null })
  }
  pieces.push({ html: `${files.length === 0 ? '' : '</tbody></table></div>'}</article>\n`, sha256: null })
  return pieces
}

/** Everything behind the last chapter. */
export const bookEnd = (): string => `</main>
</div>
<script>${script()}</script>
</body>
</html>
`
