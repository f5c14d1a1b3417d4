import { describe, expect, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'
import { findings } from './findings.ts'
import { paste } from './paste.ts'
import { popups } from './popups.ts'
import { close, views } from './views.ts'

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

  test.each(themes)(
    'on what opens over the page, %s',
    async (colorScheme, rules) => {
      const { page, context } = await openDesigner({ template: 'seeds/nanchang-2021-sysops-project', colorScheme })
      await page.getByText('总分 96 / 100').first().waitFor()
      const found: [string, string[]][] = []
      for (const { name, focus, open, box } of popups) {
        await focus(page)
        await open(page)
        const shown = page.locator(box).first()
        await shown.waitFor().catch((error) => {
          throw new Error(`${name} does not open`, { cause: error })
        })
        found.push([name, await findings(page, rules, box.split(' ')[0])])
        await page.keyboard.press('Escape')
        await shown.waitFor({ state: 'hidden' })
        // The focus is back by then.
        await page.waitForTimeout(150)
      }
      // The editor of conditions, in the first example of a rule.
      await page.locator('#tab-rules').click()
      await page.locator('.rules-example button').first().click()
      await page.locator('.rules-name').click()
      await page.locator('.condition').first().waitFor()
      found.push(['condition', await findings(page, rules, '.rules')])
      expect(found.filter(([, each]) => each.length > 0)).toEqual([])
      await context.close()
    },
    180_000,
  )
})
