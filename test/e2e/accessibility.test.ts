import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'
import { paste } from './paste.ts'
import { close, settled, views } from './views.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds serious or critical, in a line each. */
async function findings(page: Page, rules?: readonly string[]): Promise<string[]> {
  await settled(page)
  // As the tool that drives the page, which its content policy does not concern.
  await page.evaluate(axe)
  const { violations } = await page.evaluate(
    (only) => (globalThis as unknown as Axe).axe.run(document, only === undefined ? {} : { runOnly: only }),
    rules === undefined ? undefined : [...rules],
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 3)}`)
}

interface Axe {
  readonly axe: { run(context: Document, options: object): Promise<AxeResults> }
}

/** In the dark nothing but the colours is different. */
const themes = [
  ['light', undefined],
  ['dark', ['color-contrast']],
] as const

describe.skipIf(hasNoBrowser)('axe finds nothing serious', () => {
  test.each(themes)('on the opening page and the preview, %s', async (colorScheme, rules) => {
    const { page, context } = await openDesigner({ colorScheme })
    await page.getByText('96 分 · 优').waitFor()
    expect(await findings(page, rules)).toEqual([])
    await paste(page, { text: '指标\t分值\t目标值\t评分标准\n甲\t57.5\t95%\t酌情\n乙\t40\t≥5个\t' })
    await page.getByRole('heading', { name: '核对读到的内容' }).waitFor()
    expect(await findings(page, rules)).toEqual([])
    await context.close()
  })

  test.each(themes)(
    'on any view, %s',
    async (colorScheme, rules) => {
      const { page, context } = await openDesigner({
        template: 'seeds/nanchang-2021-sysops-project',
        colorScheme,
      })
      const found: [string, string[]][] = []
      for (const [name, open] of views) {
        await open(page)
        found.push([name, await findings(page, rules)])
        await close(page)
      }
      expect(found.filter(([, each]) => each.length > 0)).toEqual([])
      await context.close()
    },
    180_000,
  )
})
