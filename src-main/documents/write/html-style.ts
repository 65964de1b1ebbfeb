import type { Tone } from '../../report/model.ts'
import { fontFamily, ink, tones } from '../style.ts'
import { fontFaces } from './html-fonts.ts'

/** The same inks on a dark page. */
const darkInk: typeof ink = { text: 'E4E8ED', quiet: 'A3AEBC', line: '353D47', band: '232A32', accent: '8DB8EA', paper: '171C22' }
const darkTones: Record<Tone, { tint: string; strong: string }> = {
  neutral: { tint: '2B323B', strong: 'B9C3CF' },
  good: { tint: '12362F', strong: '6FD3BE' },
  fair: { tint: '3D2F10', strong: 'F0BE5C' },
  poor: { tint: '46211A', strong: 'F7A492' },
  info: { tint: '1B3150', strong: '9CC5F5' },
}

const variables = (inks: typeof ink, states: typeof tones) =>
  [
    ...Object.entries(inks).map(([name, colour]) => `--${name}:#${colour}`),
    ...Object.entries(states).flatMap(([name, { tint, strong }]) => [`--${name}-tint:#${tint}`, `--${name}-strong:#${strong}`]),
  ].join(';')

const toneRules = Object.keys(tones)
  .map((tone) => `.${tone}{background:var(--${tone}-tint);color:var(--${tone}-strong)}`)
  .join('\n')

/** Classes for the width of a column in hundredths: a policy that allows no inline style allows no style attribute. */
const widths = Array.from({ length: 100 }, (_, index) => `.w${index + 1}{width:${index + 1}%}`).join('')

const rules = `
*{box-sizing:border-box}
html{color-scheme:light dark;scroll-behavior:auto;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--text);font:400 15px/1.55 "${fontFamily}",system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
.page{max-width:1080px;margin:0 auto;padding:0 32px 96px}
.skip{position:absolute;left:-9999px}
.skip:focus{left:16px;top:16px;background:var(--paper);padding:8px 12px;z-index:2}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
h1,h2,h3,h4,h5{line-height:1.2;font-weight:600;margin:0}
.cover{border-inline-start:6px solid var(--accent);padding:12px 0 12px 28px;margin:56px 0 40px}
.cover .client{font-weight:600;color:var(--quiet);margin:0 0 8px}
.cover .title{font-size:2.25rem;color:var(--accent);letter-spacing:-.01em}
.cover .subtitle{font-size:1.1rem;margin:16px 0 0;max-width:44em}
.section>.heading{font-size:1.5rem;color:var(--accent);margin:48px 0 16px}
.section .section>.heading,.block-title{font-size:1.1rem;color:var(--accent);margin:28px 0 10px}
p{margin:0 0 12px;max-width:46em;white-space:pre-line}
li,dd,td,th{white-space:pre-line}
.long,.figures li,.contents a{overflow-wrap:anywhere}
ul.plain{margin:0 0 14px;padding-inline-start:1.2em;max-width:46em}
ul.plain li{margin-bottom:4px}
ul.plain li::marker{color:var(--accent)}
.contents{border-block:1px solid var(--line);padding:16px 0;margin:28px 0}
.contents ol{list-style:none;margin:8px 0 0;padding:0;columns:2;column-gap:32px}
.contents ol ol{columns:1;margin:0;padding-inline-start:16px}
.contents li{break-inside:avoid;padding:2px 0}
.contents a{text-decoration:none}
.contents a:hover{text-decoration:underline}
.scroll{overflow-x:auto;margin:0 0 24px}
table{border-collapse:collapse;width:100%;font-size:.85rem;line-height:1.45}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th{text-align:start;font-weight:600}
thead th{color:var(--quiet);vertical-align:bottom;border-bottom:2px solid var(--accent);padding:6px 8px}
tbody td,tbody th{vertical-align:top;border-bottom:1px solid var(--line);padding:6px 8px;font-weight:400}
tbody .strong{font-weight:600}
tbody .group{background:var(--band);color:var(--accent);font-weight:600}
.right{text-align:end}
.center{text-align:center}
${toneRules}
td.good,td.fair,td.poor,td.info,td.neutral,th.good,th.fair,th.poor,th.info,th.neutral{font-weight:600}
.control{max-width:640px}
.control th{width:160px;color:var(--quiet)}
.figures{list-style:none;display:flex;flex-wrap:wrap;gap:12px;margin:0 0 20px;padding:0}
.figures li{flex:1 1 128px;background:var(--band);padding:14px 16px;border-radius:4px;font-size:.85rem;color:var(--quiet)}
.figures strong{display:block;font-size:1.6rem;line-height:1.2;font-weight:600;color:var(--accent);background:none}
.figures strong.good{color:var(--good-strong)}.figures strong.fair{color:var(--fair-strong)}.figures strong.poor{color:var(--poor-strong)}.figures strong.info{color:var(--info-strong)}
.callout{border-inline-start:4px solid currentColor;border-radius:2px;padding:12px 16px;margin:0 0 20px}
.callout p{color:var(--text);margin:4px 0 0}
.callout .name{font-weight:600;color:inherit;margin:0}
.details{margin:0 0 20px;padding:12px 0 0;border-top:1px solid var(--line)}
.details .name{font-size:1rem;margin:0 0 8px}
.tag{display:inline-block;font-size:.78rem;font-weight:600;border-radius:3px;padding:1px 8px;margin-inline-start:8px}
dl{margin:0}
dl div{display:grid;grid-template-columns:170px minmax(0,1fr);gap:16px;padding:2px 0}
dt{color:var(--quiet);font-size:.85rem}
dd{margin:0;max-width:46em}
figure{margin:0 0 24px}
figure svg{display:block;max-width:100%;height:auto;margin:0 auto;background:#fff;border-radius:4px;padding:8px}
figcaption,.caption{color:var(--quiet);font-size:.85rem;margin:8px 0 24px}
.empty{color:var(--quiet);font-style:italic}
${widths}
@media (max-width:640px){.page{padding:0 16px 64px}.contents ol{columns:1}dl div{grid-template-columns:1fr;gap:0}.cover .title{font-size:1.7rem}}
@media print{
@page{size:A4;margin:18mm 16mm}
body{font-size:9.5pt}
.page{max-width:none;padding:0}
.cover{margin-top:60mm;break-after:page}
.scroll{overflow:visible}
table{font-size:8pt}
thead{display:table-header-group}
tr,.figures,.callout,figure,.details dl div{break-inside:avoid}
h1,h2,h3,h4,h5{break-after:avoid}
a{color:inherit;text-decoration:none}
.skip,.screen{display:none}
}`

/** The look of a page: light, dark as the reader's system is, and on paper. `more` is what a page needs beside. */
export const styleSheet = (more = ''): string =>
  `${fontFaces()}
:root{${variables(ink, tones)}}
@media screen and (prefers-color-scheme:dark){:root{${variables(darkInk, darkTones)}}}
${rules}
${more}`
