import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'
import { paste } from './paste.ts'

/** A scheme with three slips: points of 97.5, no grade below the lowest, 万元 where 人次 are counted. */
const faulty = {
  yardstick: 'scheme/1',
  id: 'faulty',
  name: '有三处差错的方案',
  version: '1',
  fullScore: '100',
  items: [
    { id: '培训人次', type: 'count', unit: '人次' },
    { id: '合格率', type: 'rate' },
  ],
  indicators: [
    {
      id: 'output',
      name: '产出',
      points: '57.5',
      children: [
        {
          id: 'training',
          name: '培训人次',
          points: '30',
          target: { comparator: '>=', value: '50', unit: '万元' },
          actual: '培训人次',
          scoring: { method: 'ratio' },
        },
        {
          id: 'passed',
          name: '培训合格率',
          points: '27.5',
          target: { comparator: '>=', value: '95%' },
          actual: '合格率',
          scoring: { method: 'ratio' },
        },
      ],
    },
    { id: 'effect', name: '效益', points: '40', scoring: { method: 'judgement' } },
  ],
  grades: [
    { name: '优', from: '90' },
    { name: '良', from: '80' },
    { name: '中', from: '60' },
    { name: '差', from: '40' },
  ],
}

const problems = (page: Page) => page.locator('.drawer-head').first()

describe.skipIf(hasNoBrowser)('problems', () => {
  test('three planted faults are found and mended by F8 and mends alone', async () => {
    const { page, context, expectNoFault } = await openDesigner()
    await page.getByRole('heading', { name: '空白方案' }).waitFor()
    await paste(page, { text: JSON.stringify(faulty) })
    await problems(page)
      .getByText(/^问题 \d/)
      .waitFor()
    await expect.poll(() => problems(page).textContent()).toBe('问题 3')
    await page.keyboard.press('F8')
    for (const left of ['问题 2', '问题 1', '没有问题']) {
      await page.waitForFunction(() => document.activeElement?.matches('.issue-mend'))
      await page.keyboard.press('Enter')
      await expect.poll(() => problems(page).textContent()).toBe(left)
    }
    await page.getByText('没有问题，可以提交审核').waitFor()
    await page.getByText('变更 3 步').waitFor()
    expectNoFault()
    await context.close()
  })

  test('F8 shows the place, Shift+F8 goes back, Esc leads to the table', async () => {
    const { page, context, expectNoFault } = await openDesigner()
    await page.getByRole('heading', { name: '空白方案' }).waitFor()
    await paste(page, { text: JSON.stringify(faulty) })
    await problems(page)
      .getByText(/^问题 \d/)
      .waitFor()
    const current = page.locator('.issues li[aria-current="true"] .issue-where')
    await page.keyboard.press('F8')
    const first = await current.textContent()
    await page.keyboard.press('F8')
    await expect.poll(() => current.textContent()).not.toBe(first)
    await page.keyboard.press('Shift+F8')
    await expect.poll(() => current.textContent()).toBe(first)
    await page.waitForFunction(() => document.activeElement?.matches('.issue-mend'))
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.activeElement?.closest('.shell-main') !== null)
    expectNoFault()
    await context.close()
  })
})
