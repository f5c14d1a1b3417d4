import { canonicalText } from '@yardstick/model'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'
import { paste } from './paste.ts'

const template = 'seeds/nanchang-2021-sysops-project'

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** The scheme as it is stored, once the snapshot of what is on the screen has been written. */
async function storedScheme(page: Page): Promise<string> {
  const look = () =>
    page.evaluate(
      () =>
        new Promise<unknown>((resolve) => {
          const opening = indexedDB.open('yardstick')
          opening.onsuccess = () => {
            const tables = opening.result.transaction(['designs', 'snapshots'])
            const designs = tables.objectStore('designs').getAll()
            const snapshots = tables.objectStore('snapshots').getAll()
            tables.oncomplete = () => {
              opening.result.close()
              const [snapshot] = snapshots.result
              const isNow = snapshot.position === designs.result[0].position
              resolve(isNow ? snapshot.design.scheme : undefined)
            }
          }
        }),
    )
  await expect.poll(look, { timeout: 10_000, interval: 200 }).toBeDefined()
  return canonicalText(await look())
}

/** How many steps can be undone, as the bar at the bottom says. */
async function stepCount(page: Page): Promise<number> {
  const text = await page.getByRole('button', { name: /变更 \d+ 步/ }).textContent()
  return Number(/\d+/.exec(text ?? '')?.[0])
}

const undoLabel = (page: Page) => page.getByRole('button', { name: /^撤销：/ }).getAttribute('aria-label')

/** The same numbers for the same seed. */
function chanceOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return (state >> 8) % below
  }
}

const NAME = 1
const POINTS = 2
const TARGET = 5
const BASIS = 10

/** What a hand does in the table: each is one gesture, and so at most one step. */
function gestures(page: Page, chance: (below: number) => number) {
  const rows = page.locator('.sheet-row')
  const cell = (row: number, column: number) => rows.nth(row).locator(`[data-column="${column}"]`)
  /** A row other than the first, which keeps the tree a tree. */
  const anyRow = async () => 1 + chance(Math.max(1, (await rows.count()) - 3))
  const goTo = async (column: number) => cell(await anyRow(), column).click({ position: { x: 60, y: 12 } })
  const typed = (column: number, text: () => string) => async () => {
    await goTo(column)
    await page.keyboard.type(text())
    await press(page, 'Enter')
  }
  const withRows = (key: string) => async () => {
    await goTo(NAME)
    if (chance(3) === 0) await press(page, 'Shift+ArrowDown')
    await press(page, key)
  }
  const drag = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 })
    await page.mouse.move(to.x, to.y, { steps: 3 })
    await page.mouse.up()
  }
  const middle = async (of: ReturnType<typeof cell>, part = 0.5) => {
    const { x, y, width, height } = (await of.boundingBox())!
    return { x: x + width / 2, y: y + height * part }
  }
  return {
    name: typed(NAME, () => `改名${chance(1000)}`),
    points: typed(POINTS, () => `${1 + chance(9)}.${chance(10)}`),
    target: typed(TARGET, () => `≥${50 + chance(50)}%`),
    basis: typed(BASIS, () => `文件〔2024〕${chance(100)}号`),
    'full width': typed(POINTS, () => '１２分'),
    paste: async () => {
      await goTo(NAME)
      await paste(page, { text: `贴${chance(1000)}\t${1 + chance(9)}\r\n贴${chance(1000)}\t2\r\n` })
    },
    'fill down': async () => {
      await goTo(BASIS)
      await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d')
    },
    'fill handle': async () => {
      const row = 1 + chance(4)
      await cell(row, POINTS).click()
      const from = (await page.locator('.sheet-fill-handle').boundingBox())!
      await drag({ x: from.x + 4, y: from.y + 4 }, await middle(cell(row + 2, POINTS)))
    },
    clear: async () => {
      await goTo(BASIS)
      await press(page, 'Shift+ArrowDown', 'Delete')
    },
    insert: async () => {
      await goTo(NAME)
      await press(page, 'Control+Shift+Equal', 'Escape')
    },
    remove: withRows('Control+Minus'),
    indent: withRows('Alt+Shift+ArrowRight'),
    outdent: withRows('Alt+Shift+ArrowLeft'),
    up: withRows('Alt+Shift+ArrowUp'),
    down: withRows('Alt+Shift+ArrowDown'),
    'drag a row': async () => {
      const from = 1 + chance(5)
      const number = rows.nth(from).locator('.sheet-gutter')
      await number.click()
      const part = [0.15, 0.5, 0.85][chance(3)]!
      await drag(await middle(number), await middle(rows.nth(1 + chance(6)).locator('.sheet-gutter'), part))
    },
  }
}

describe.skipIf(hasNoBrowser)('undo', () => {
  test('a long random sequence of gestures is undone to the scheme it began with, and redone to where it ended', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template })
    await page.getByText('总分 96 / 100').first().waitFor()
    await page.getByRole('button', { name: /总分/ }).click()
    const before = await storedScheme(page)
    const chance = chanceOf(20_240_715)
    const all = Object.entries(gestures(page, chance))
    const labels: string[] = []
    for (let count = 0; labels.length < 60; count++) {
      const [name, run] = all[count < all.length ? count : chance(all.length)]!
      await run()
      // What is asked is answered with the first choice; what is refused is given up.
      if ((await page.getByRole('alertdialog').count()) > 0) await press(page, 'Enter')
      if ((await page.locator('.sheet-input-open').count()) > 0) await press(page, 'Escape')
      const steps = await stepCount(page)
      expect([name, steps - labels.length]).toEqual([name, steps > labels.length ? 1 : 0])
      if (steps > labels.length) labels.push((await undoLabel(page))!)
    }
    expect(new Set(labels).size).toBeGreaterThan(9)
    const after = await storedScheme(page)
    expect(after === before).toBe(false)
    await page.locator('[data-sheet-input]').focus()
    for (const label of labels.toReversed()) {
      expect(await undoLabel(page)).toBe(label)
      await press(page, 'Control+z')
    }
    expect(await stepCount(page)).toBe(0)
    expect((await storedScheme(page)) === before).toBe(true)
    for (const _ of labels) await press(page, 'Control+y')
    expect((await storedScheme(page)) === after).toBe(true)
    expectNoFault()
    await context.close()
  }, 120_000)

  test('200 quick edits are 200 steps with their names, which a reload keeps and 200 undos take back', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template })
    await page.getByText('总分 96 / 100').first().waitFor()
    const before = await storedScheme(page)
    await press(page, 'Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowRight')
    for (let edit = 1; edit <= 100; edit++) {
      await page.keyboard.insertText(`第 ${edit} 稿`)
      await press(page, 'Tab')
      await page.keyboard.insertText(String(edit))
      await press(page, 'Enter', 'ArrowUp')
    }
    const after = await storedScheme(page)
    await page.reload()
    await page.getByRole('button', { name: '变更 200 步' }).click()
    const labels = page.locator('.changes-label')
    await expect.poll(() => labels.count()).toBe(201)
    const names = (await labels.allTextContents()).slice(0, 200)
    expect(names).toEqual(Array.from({ length: 100 }, () => ['修改分值', '修改名称']).flat())
    expect((await storedScheme(page)) === after).toBe(true)
    await page.locator('[data-sheet-input]').focus()
    for (let step = 0; step < 100; step++) await press(page, 'Control+z')
    await page.getByText('第 50 稿', { exact: true }).first().waitFor()
    expect(await stepCount(page)).toBe(100)
    for (let step = 0; step < 100; step++) await press(page, 'Control+z')
    expect(await stepCount(page)).toBe(0)
    expect((await storedScheme(page)) === before).toBe(true)
    expectNoFault()
    await context.close()
  }, 120_000)
})
