import type { Request } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'

describe.skipIf(hasNoBrowser)('loading', () => {
  test('the opening page takes less than 450 KB from the server, and a scored report follows at a click', async () => {
    const { context, address, expectNoFault } = await openDesigner()
    const again = await context.browser()!.newContext({ locale: 'zh-CN' })
    const other = await again.newPage()
    const requests: Request[] = []
    again.on('requestfinished', (request) => requests.push(request))
    // What the worker shares with the page is asked for twice and comes once, from the browser's own store.
    const loaded = async () => {
      const sizes = new Map<string, number>()
      for (const request of [...requests]) {
        const { responseBodySize } = await request.sizes()
        sizes.set(request.url(), Math.max(responseBodySize, sizes.get(request.url()) ?? 0))
      }
      return [...sizes.values()].reduce((sum, size) => sum + size, 0)
    }
    await other.goto(address)
    await other.getByText('96 分 · 优').waitFor()
    await other.waitForLoadState('networkidle')
    const first = await loaded()
    expect(first).toBeGreaterThan(100_000)
    expect(first).toBeLessThan(450_000)

    await other.getByRole('button', { name: '打开并计分' }).click()
    await other.getByText('总分 96 / 100').first().waitFor()
    const names = requests.map((request) => request.url()).join('\n')
    expect(names).toContain('worker.js')
    expect(names).not.toMatch(/monaco|draw-chart/)
    console.log(
      `first load ${Math.round(first / 1000)} kB, with the first scores ${Math.round((await loaded()) / 1000)} kB`,
    )
    await again.close()
    expectNoFault()
    await context.close()
  })
})
