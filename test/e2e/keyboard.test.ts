import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'
import { popups } from './popups.ts'

const template = 'seeds/nanchang-2021-sysops-project'

describe.skipIf(hasNoBrowser)('by keyboard alone', () => {
  test('what opens over the page takes the focus, keeps it, and Escape gives it back', {
    timeout: 90_000,
  }, async () => {
    const { page, context, expectNoFault } = await openDesigner({ template })
    await page.getByText('总分 96 / 100').first().waitFor()
    const wrong: string[] = []
    for (const { name, focus, open, box, back } of popups) {
      await focus(page)
      const from = await page.evaluateHandle(
        (to) => (to === undefined ? document.activeElement : document.querySelector(to)),
        back,
      )
      await open(page)
      const shown = page.locator(box).first()
      const isShown = await shown.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      )
      if (!isShown) {
        wrong.push(`${name}: does not open, the focus is at ${await focused(page)}`)
        continue
      }
      const isIn = await page
        .waitForFunction((inside) => document.activeElement?.closest(inside) != null, OVERLAYS, { timeout: 3_000 })
        .catch(() => undefined)
      if (isIn === undefined) wrong.push(`${name}: the focus stays at ${await focused(page)}`)
      if (box.startsWith('.ant-modal')) {
        for (let times = 0; times < 3; times++) await page.keyboard.press('Shift+Tab')
        const isKept = await page.evaluate(() => document.activeElement?.closest('.ant-modal') != null)
        if (!isKept) wrong.push(`${name}: the focus leaves it for ${await focused(page)}`)
      }
      await page.keyboard.press('Escape')
      await shown.waitFor({ state: 'hidden' })
      const isBack = await page
        .waitForFunction((it) => document.activeElement === it, from, { timeout: 3_000 })
        .catch(() => undefined)
      if (isBack === undefined) wrong.push(`${name}: the focus goes to ${await focused(page)}`)
    }
    expect(wrong).toEqual([])
    expectNoFault()
    await context.close()
  })

  test('F6 leads through the regions and round again, in each view', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template })
    await page.getByText('总分 96 / 100').first().waitFor()
    for (const [tab, regions] of [
      ['table', ['main', 'right', 'drawer', 'tabs', 'main']],
      ['graph', ['main', 'right', 'drawer', 'tabs', 'main']],
      ['items', ['main', 'drawer', 'tabs', 'main']],
      ['manual', ['main', 'drawer', 'tabs', 'main']],
    ] as const) {
      await page.locator(`#tab-${tab}`).click()
      await page.waitForFunction((name) => document.querySelector(`#view-${name} [data-region-focus]`) !== null, tab)
      const found: string[] = []
      for (const _ of regions) {
        await page.keyboard.press('F6')
        found.push(await region(page))
      }
      expect([tab, found]).toEqual([tab, regions])
    }
    expectNoFault()
    await context.close()
  })
})

const OVERLAYS = '.ant-modal, .palette, .sheet-find, .sheet-popup, .ant-dropdown'

function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { tagName, className, textContent } = document.activeElement ?? document.body
    return `${tagName}.${className} ${textContent?.slice(0, 20)}`
  })
}

/** The region that the focus is in. */
function region(page: Page): Promise<string> {
  return page.evaluate(() => {
    const inside = (selector: string) => document.activeElement?.closest(selector)
    return inside('.shell-main') != null ? 'main' : (inside('[data-region]')?.getAttribute('data-region') ?? 'none')
  })
}
