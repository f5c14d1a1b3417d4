import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { settled } from './views.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds serious or critical, and headings that skip a level, in a line each; of a part of the page or of all. */
export async function findings(page: Page, rules?: readonly string[], part?: string): Promise<string[]> {
  await (part === undefined ? settled(page) : page.waitForTimeout(150))
  // As the tool that drives the page, which its content policy does not concern.
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axe)
  const { violations } = await page.evaluate(
    ([only, within]) =>
      (globalThis as unknown as Axe).axe.run(within ?? document, {
        resultTypes: ['violations'],
        ...(only === undefined ? {} : { runOnly: only }),
      }),
    [rules === undefined ? undefined : [...rules], part] as const,
  )
  return violations
    .filter(({ id, impact }) => impact === 'serious' || impact === 'critical' || id === 'heading-order')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 3)}`)
}

interface Axe {
  readonly axe: { run(context: Document | string, options: object): Promise<AxeResults> }
}
