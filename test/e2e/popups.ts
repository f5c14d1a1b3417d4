import type { Page } from 'playwright-core'
import { paste } from './paste.ts'

/** What opens over the page, opened by keys alone: from where the focus is, with what keys, and what is seen then. */
export interface Popup {
  readonly name: string
  readonly focus: (page: Page) => Promise<void>
  readonly open: (page: Page) => Promise<void>
  readonly box: string
  /** Where the focus goes if not back to where it was. */
  readonly back?: string
}

const DIALOG = '.ant-modal'
const MENU = '.ant-dropdown-menu-root'
const MORE = '.title-bar button:has(.anticon-ellipsis)'

export const popups: readonly Popup[] = [
  { name: 'palette', focus: cell, open: keys('Control+k'), box: '.palette' },
  { name: 'shortcuts', focus: cell, open: keys('F1'), box: DIALOG },
  { name: 'save point', focus: cell, open: keys('Control+s'), box: DIALOG },
  { name: 'find', focus: cell, open: keys('Control+f'), box: '.sheet-find' },
  { name: 'replace', focus: cell, open: keys('Control+h'), box: '.sheet-find' },
  { name: 'context menu', focus: cell, open: keys('Shift+F10'), box: MENU },
  { name: 'method', focus: methodCell, open: keys('Alt+ArrowDown'), box: '.sheet-popup .grid-method' },
  { name: 'pasted table', focus: cell, open: pasteTable, box: DIALOG },
  { name: 'columns', focus: on('.sheet-columns'), open: keys('Enter'), box: MENU, back: '[data-sheet-input]' },
  { name: 'weights of a branch', focus: on('.grid-tools button >> nth=-1'), open: keys('Enter'), box: DIALOG },
  { name: 'export', focus: on('.title-bar button:has(.anticon-export)'), open: keys('Enter'), box: DIALOG },
  { name: 'more', focus: on(MORE), open: keys('Enter'), box: MENU },
  { name: 'scheme', focus: on(MORE), open: entry(0), box: DIALOG },
  { name: 'weights', focus: on(MORE), open: entry(1), box: DIALOG },
  { name: 'boundary cases', focus: trialTests, open: entry(-1), box: DIALOG },
]

/** A cell of the table, as after a click. */
async function cell(page: Page): Promise<void> {
  await page.locator('#tab-table').click()
  await page.locator('.sheet-row [data-column="1"]').nth(3).click()
}

async function methodCell(page: Page): Promise<void> {
  await cell(page)
  await page.locator('.sheet-row').nth(3).locator('.grid-method-cell, [data-column="6"]').first().click()
}

async function trialTests(page: Page): Promise<void> {
  await page.locator('#tab-trial').click()
  await page.locator('.trial-toolbar .ant-btn', { hasText: '用例' }).last().focus()
}

function on(control: string): Popup['focus'] {
  return (page) => page.locator(control).focus()
}

function keys(...all: readonly string[]): Popup['open'] {
  return async (page) => {
    for (const key of all) await page.keyboard.press(key)
  }
}

/** An entry of the menu of the button that has the focus; -1 is the last. */
function entry(index: number): Popup['open'] {
  return async (page) => {
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.matches('.ant-dropdown-menu-item') === true)
    const wanted = page.locator(`${MENU} > .ant-dropdown-menu-item`).nth(index)
    // The menu may be drawn anew while scores come in, and begin again with its first entry.
    for (let times = 0; times < 10 && !(await wanted.evaluate((it) => it === document.activeElement)); times++) {
      await page.keyboard.press(index < 0 ? 'ArrowUp' : 'ArrowDown')
      await page.waitForTimeout(50)
    }
    await page.keyboard.press('Enter')
  }
}

function pasteTable(page: Page): Promise<void> {
  return paste(page, { text: '指标名称\t分值\t目标值\n甲\t10\t≥5个\n乙\t20\t≥95%' })
}
