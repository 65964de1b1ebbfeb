/** What a book needs beside the look of a document: navigation at the side, search, chapters. */
export const bookStyle = `
.book{display:grid;grid-template-columns:320px minmax(0,1fr)}
.book .page{margin:0;max-width:1120px;padding:0 48px 96px;outline:none}
.side{position:sticky;top:0;height:100vh;overflow-y:auto;border-inline-end:1px solid var(--line);background:var(--band);padding:20px 16px 48px;font-size:.88rem}
.side .client{font-weight:600;margin:0 0 16px;color:var(--accent)}
.side ul{list-style:none;margin:0;padding:0}
.side summary{cursor:pointer;font-weight:600;padding:10px 8px;border-radius:4px}
.side nav a{display:flex;gap:8px;padding:4px 8px;border-radius:4px;color:var(--text);text-decoration:none}
.side nav a:hover,.side nav a[aria-current]{background:var(--info-tint);color:var(--info-strong)}
.side nav span{min-width:0;overflow-wrap:anywhere}
.side .code{flex:0 0 auto;min-width:2.6em;color:var(--quiet)}
.jumps{padding-block-end:8px;border-block-end:1px solid var(--line)}
.search label{font-weight:600;display:block;margin-bottom:4px}
.search input{width:100%;font:inherit;color:var(--text);background:var(--paper);border:1px solid var(--quiet);border-radius:4px;padding:8px 10px}
.hint{font-size:.78rem;color:var(--quiet);margin:4px 0}
#found{max-height:52vh;overflow-y:auto;margin-bottom:12px;background:var(--paper);border:1px solid var(--line);border-radius:4px}
#found li{padding:7px 10px;cursor:pointer;border-bottom:1px solid var(--line);white-space:normal}
#found li[aria-selected="true"]{background:var(--info-tint);color:var(--info-strong)}
#found .where{display:block;font-size:.76rem;color:var(--quiet)}
#found li[aria-selected="true"] .where{color:inherit}
mark{background:var(--fair-tint);color:var(--fair-strong);border-radius:2px}
.chapter{border-top:1px solid var(--line);margin-top:72px;padding-top:8px;content-visibility:auto;contain-intrinsic-size:auto 1200px}
.chapter .cover{margin-top:8px}
.chapter .cover .title{font-size:1.8rem}
.number{font-size:.85rem;font-weight:600;color:var(--quiet);margin:24px 0 8px}
.hash{font-size:.72rem;word-break:break-all;max-width:22em}
tr:target,.found-here{outline:2px solid var(--accent);outline-offset:4px;border-radius:2px}
@media (max-width:900px){.book{display:block}.side{position:static;height:auto;border:0}.book .page{padding:0 16px 64px}}
@media print{.book{display:block}.book .page{padding:0;max-width:none}.chapter{break-before:page;margin:0;border:0;content-visibility:visible}.chapter .cover{margin-top:0;break-after:auto}.number{display:none}tr:target,.found-here{outline:none}}
`
