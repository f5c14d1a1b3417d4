import { describe, expect, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'

describe.skipIf(hasNoBrowser)('the palette', () => {
  test('leads to an indicator, an item and a view by pinyin initials, and remembers them', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template: 'seeds/nanchang-2021-sysops-project' })
    const palette = page.getByRole('dialog', { name: '前往' })
    const go = async (typed: string) => {
      await page.keyboard.press('Control+k')
      await palette.waitFor()
      await page.keyboard.type(typed)
      await page.keyboard.press('Enter')
      await palette.waitFor({ state: 'hidden' })
    }
    await page.getByText('总分 96 / 100').first().waitFor()
    await go('yszxl')
    await expect.poll(() => page.locator('[data-sheet-input]').getAttribute('aria-label')).toContain('预算执行率')
    await go('cbrymyd')
    await go('ywb')
    await page.getByRole('tab', { name: '源文本', selected: true }).waitFor()
    await page.locator('.view-line').first().waitFor()
    // Also from within the code editor, which has keys of its own.
    await page.locator('.view-line').first().click()
    await page.keyboard.press('Control+k')
    await palette.getByText('最近').first().waitFor()
    expect(await palette.getByRole('option').first().textContent()).toContain('源文本')
    await page.keyboard.press('Escape')
    await palette.waitFor({ state: 'hidden' })
    expectNoFault()
    await context.close()
  })

  test('F1 lists the keys of where one is, in both languages', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template: 'seeds/nanchang-2021-sysops-project' })
    await page.getByText('总分 96 / 100').first().waitFor()
    await page.keyboard.press('F1')
    const keys = page.getByRole('dialog', { name: '快捷键' })
    await keys.getByText('在下方插入一行').waitFor()
    await page.keyboard.press('Escape')
    await keys.waitFor({ state: 'hidden' })
    expectNoFault()
    await context.close()
  })
})
