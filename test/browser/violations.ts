import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { z } from 'zod'

const found = z.array(
  z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string(), failureSummary: z.string() })) }),
)

/** Every rule of axe, best practices included. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(`${axe.source}; undefined`)
  const answer = await page.evaluate('axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations)')
  return found
    .parse(answer)
    .flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}\n${node.html.slice(0, 300)}\n${node.failureSummary}`))
}
