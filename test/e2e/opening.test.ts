import { describe, expect, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'

describe.skipIf(hasNoBrowser)('opening', () => {
  test('a template opens scored, and nothing leaves the origin', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template: 'seeds/nanchang-2021-sysops-project' })
    await page.getByText('总分 96 / 100').first().waitFor()
    expect(await page.title()).toBe('标尺')
    expectNoFault()
    await context.close()
  })
})
