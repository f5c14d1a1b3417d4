import { readTextTable, textsOf } from '@yardstick/exchange/table'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'
import { largeScheme } from './large-scheme.ts'
import { asFromExcel, paste } from './paste.ts'

const template = 'seeds/nanchang-2021-sysops-project'

/** Key presses one after another. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** The texts of the rows that are drawn, by the column's title. */
async function shownRows(page: Page): Promise<{ [title: string]: string }[]> {
  return page.evaluate(() => {
    const titles = new Map(
      [...document.querySelectorAll('[data-head]')].map((head) => [
        (head as HTMLElement).dataset['head'],
        head.textContent ?? '',
      ]),
    )
    return [...document.querySelectorAll('.sheet-row')].map((row) =>
      Object.fromEntries(
        [...row.querySelectorAll('[data-column]')].map((cell) => [
          titles.get((cell as HTMLElement).dataset['column']) ?? '',
          cell.textContent ?? '',
        ]),
      ),
    )
  })
}

const rowOf = async (page: Page, name: string) => (await shownRows(page)).find((row) => row['名称'] === name)

/** What Ctrl+C puts on the clipboard: as tables, from HTML and from text. */
async function copied(page: Page): Promise<{ html: string; text: string }> {
  await page.evaluate(() => {
    document.addEventListener(
      'copy',
      (event) => {
        const data = event.clipboardData!
        Object.assign(window, { copied: { html: data.getData('text/html'), text: data.getData('text/plain') } })
      },
      { once: true },
    )
  })
  await page.keyboard.press('Control+c')
  return page.evaluate(() => (window as never as { copied: { html: string; text: string } }).copied)
}

/** What an input method does: letters are composed at the caret, and the Enter that ends it is its own. */
async function inputMethod(page: Page): Promise<(letters: string, text: string) => Promise<void>> {
  const session = await page.context().newCDPSession(page)
  const processed = (code: string) => ({
    type: 'rawKeyDown' as const,
    windowsVirtualKeyCode: 229,
    key: 'Process',
    code,
  })
  return async (letters, text) => {
    for (let length = 1; length <= letters.length; length++) {
      await session.send('Input.dispatchKeyEvent', processed('KeyA'))
      await session.send('Input.imeSetComposition', {
        text: letters.slice(0, length),
        selectionStart: length,
        selectionEnd: length,
      })
    }
    await session.send('Input.dispatchKeyEvent', processed('Enter'))
    await session.send('Input.insertText', { text })
  }
}

async function openBlank() {
  const opened = await openDesigner()
  await opened.page.getByPlaceholder(/教育局部门整体/).fill('新方案')
  await opened.page.getByRole('button', { name: /新\s?建/ }).click()
  await opened.page.waitForFunction(() => document.activeElement?.matches('.sheet-input-open'))
  return opened
}

const namesOf = async (page: Page) => (await shownRows(page)).map((row) => row['名称'])

const sevenNames = ['产出', '数量', '质量', '时效', '成本', '效益', '满意度']

describe.skipIf(hasNoBrowser)('the table of indicators', () => {
  test('points are typed in full width, the total and the parent follow, and one undo takes them back', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template })
    await page.getByText('总分 96 / 100').first().waitFor()
    await press(page, 'Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight')
    await page.keyboard.type('１．５分')
    await press(page, 'Enter')
    expect((await rowOf(page, '立项依据充分性'))?.['分值']).toBe('1.5')
    expect((await rowOf(page, '项目立项'))?.['分值']).toContain('差 0.5')
    expect(await page.locator('.announcer[role=status]').textContent()).toContain('还差 0.5')
    await press(page, 'Control+z')
    expect((await rowOf(page, '立项依据充分性'))?.['分值']).toBe('2')
    expectNoFault()
    await context.close()
  })

  test('rows are inserted, demoted, moved, folded and deleted by keys alone', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template })
    await page.getByText('总分 96 / 100').first().waitFor()
    await press(page, 'Control+Home', 'ArrowDown', 'ArrowDown', 'Control+Shift+Equal')
    await page.keyboard.type('培训人次')
    await press(page, 'Enter', 'ArrowUp')
    expect((await rowOf(page, '培训人次'))?.['编号']).toBe('1.1.2')
    await press(page, 'Alt+Shift+ArrowDown')
    expect((await rowOf(page, '培训人次'))?.['编号']).toBe('1.1.3')
    await press(page, 'Alt+Shift+ArrowLeft')
    expect((await rowOf(page, '培训人次'))?.['编号']).toBe('1.2')
    await press(page, 'Alt+Shift+ArrowRight')
    expect((await rowOf(page, '培训人次'))?.['编号']).toBe('1.1.3')
    await press(page, 'Control+Minus')
    expect(await rowOf(page, '培训人次')).toBeUndefined()
    await page
      .getByRole('button', { name: /撤\s?销/ })
      .last()
      .click()
    expect((await rowOf(page, '培训人次'))?.['编号']).toBe('1.1.3')
    await press(page, 'Control+Home', 'ArrowLeft')
    expect(await rowOf(page, '项目立项')).toBeUndefined()
    await press(page, 'ArrowRight')
    expect(await rowOf(page, '项目立项')).toBeDefined()
    expectNoFault()
    await context.close()
  })

  test('50 Chinese names are composed by an input method without losing a letter', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template })
    await page.getByText('总分 96 / 100').first().waitFor()
    const compose = await inputMethod(page)
    const surnames =
      '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦'
    const names = [...surnames].map((surname, index) => `${surname}家村培训完成率${index + 1}`)
    await press(page, 'Control+Home', 'ArrowRight', 'ArrowDown', 'ArrowDown')
    for (const name of names) {
      await press(page, 'Control+Shift+Equal')
      await compose("pei'xun", name)
      await press(page, 'Enter', 'ArrowUp')
    }
    await press(page, 'Control+a')
    const { text } = await copied(page)
    const column = textsOf(readTextTable(text)!).map((row) => row[1])
    expect(column.slice(3, 53)).toEqual(names)
    expectNoFault()
    await context.close()
  }, 120_000)

  test('names typed down the column are as many indicators, with an input method and without', async () => {
    for (const isComposed of [false, true]) {
      const { page, context, expectNoFault } = await openBlank()
      const compose = await inputMethod(page)
      for (const name of sevenNames) {
        if (isComposed) await compose("chan'chu", name)
        else await page.keyboard.insertText(name)
        await press(page, 'Enter')
      }
      expect(await namesOf(page)).toEqual([...sevenNames, '新指标……'])
      // The cursor is in the empty row: looking in stores nothing, and Esc leaves it empty.
      await press(page, 'F2', 'Enter', 'Enter', 'Tab')
      await page.keyboard.type('x')
      await press(page, 'Escape')
      expect(await namesOf(page)).toHaveLength(8)
      await press(page, 'Control+z')
      expect(await namesOf(page)).toEqual([...sevenNames.slice(0, -1), '新指标……'])
      expectNoFault()
      await context.close()
    }
  }, 60_000)

  test('the empty row below the last takes a name and, after Tab, its points; pasted rows begin there', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template })
    await page.getByText('总分 96 / 100').first().waitFor()
    await press(page, 'Control+End', 'Home', 'ArrowRight', 'ArrowDown')
    await page.keyboard.insertText('群众满意度')
    await press(page, 'Tab')
    await page.keyboard.type('3')
    await press(page, 'Enter')
    const row = await rowOf(page, '群众满意度')
    expect([row?.['编号'], row?.['分值']]).toEqual(['5.1.2', '3'])
    await paste(page, { text: '企业满意度\t4\r\n单位满意度\t5\r\n' })
    expect((await namesOf(page)).slice(-4)).toEqual(['群众满意度', '企业满意度', '单位满意度', '新指标……'])
    await page.getByText('新指标……').click()
    await page.keyboard.insertText('服务对象满意度')
    await press(page, 'ArrowDown')
    await page.keyboard.insertText('职工满意度')
    await press(page, 'Enter')
    expect((await rowOf(page, '服务对象满意度'))?.['编号']).toBe('5.1.5')
    expect((await rowOf(page, '职工满意度'))?.['编号']).toBe('5.1.6')
    expectNoFault()
    await context.close()
  })

  test('what can mean several things is asked, and answered by keys', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template })
    await page.getByText('总分 96 / 100').first().waitFor()
    await press(page, 'Control+Home', ...Array.from({ length: 12 }, () => 'ArrowDown'))
    await press(page, ...Array.from({ length: 5 }, () => 'ArrowRight'))
    await page.keyboard.type('90')
    await press(page, 'Enter')
    await page.getByRole('alertdialog').getByRole('button', { name: '≤90' }).waitFor()
    await press(page, 'Tab', 'Enter')
    expect((await rowOf(page, '资金到位率'))?.['目标值']).toBe('≤90')
    await page.keyboard.type('80')
    await press(page, 'Enter', 'Enter')
    expect((await rowOf(page, '资金到位率'))?.['目标值']).toBe('≥80')
    expect(await page.evaluate(() => document.activeElement?.matches('[data-sheet-input]'))).toBe(true)
    expectNoFault()
    await context.close()
  })

  test('a question is not left by a click: what was typed stays until it is answered', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template })
    await page.getByText('总分 96 / 100').first().waitFor()
    await press(page, 'Control+Home', ...Array.from({ length: 12 }, () => 'ArrowDown'))
    await press(page, ...Array.from({ length: 5 }, () => 'ArrowRight'))
    const question = page.getByRole('alertdialog')
    const editor = page.locator('.sheet-input-open')
    await page.keyboard.type('90')
    for (const elsewhere of [
      page.getByRole('tab', { name: '数据项' }),
      page.locator('.sheet-row').nth(9).locator('[data-column="1"]'),
      page.getByRole('button', { name: '升级' }),
    ]) {
      await elsewhere.click()
      await question.getByRole('button', { name: '≥90' }).waitFor()
      expect(await editor.inputValue()).toBe('90')
    }
    await press(page, 'Escape')
    await question.waitFor({ state: 'detached' })
    await page.keyboard.type('%')
    await page.locator('.sheet-row').nth(9).locator('[data-column="1"]').click()
    await press(page, 'Shift+Tab', 'Tab', 'Tab', 'Enter')
    await question.waitFor({ state: 'detached' })
    expect((await rowOf(page, '资金到位率'))?.['目标值']).toBe('≤90%')
    await page.getByRole('tab', { name: '数据项' }).click()
    await page.getByRole('tabpanel', { name: '数据项' }).waitFor()
    expectNoFault()
    await context.close()
  })

  test('Delete on a name says that a name is needed', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template })
    await page.getByText('总分 96 / 100').first().waitFor()
    await press(page, 'Control+Home', 'ArrowRight', 'ArrowDown', 'Delete')
    await page.getByRole('alert').getByText('名称不能为空').waitFor()
    await press(page, 'ArrowDown')
    expect(await page.getByText('名称不能为空').count()).toBe(0)
    expectNoFault()
    await context.close()
  })

  test('a block goes to Excel and back, as table and as text, and is the same', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template })
    await page.getByText('总分 96 / 100').first().waitFor()
    await press(page, 'Control+a')
    const { html, text } = await copied(page)
    const before = textsOf(readTextTable(text)!)
    expect(before).toHaveLength(35)
    const points = before[0]![2]!
    // Points, scores and what is lost arrive there as numbers, everything else as text.
    expect(html).toContain(`<td>${points}</td>`)
    expect(html.match(/<td>/g)).toHaveLength(before.flatMap((row) => [row[2], row[8], row[9]]).filter(Boolean).length)
    for (const given of [{ html: asFromExcel(html), text }, { html, text }, { text }]) {
      await press(page, 'Control+Home')
      await paste(page, given)
      await press(page, 'Control+a')
      expect(textsOf(readTextTable((await copied(page)).text)!)).toEqual(before)
      // Nothing was different, so there is nothing to undo.
      expect(await page.getByRole('button', { name: /变更 0 步/ }).count()).toBe(1)
    }
    // Over rows that say something else, the block brings back what it was copied from.
    await press(page, 'Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowRight')
    await page.keyboard.insertText('另一个名称')
    await press(page, 'Tab')
    await page.keyboard.type('1')
    await press(page, 'Enter', 'Control+Home')
    await paste(page, { html: asFromExcel(html), text })
    await press(page, 'Control+a')
    expect(textsOf(readTextTable((await copied(page)).text)!).map((row) => row.slice(0, 8))).toEqual(
      before.map((row) => row.slice(0, 8)),
    )
    expectNoFault()
    await context.close()
  })

  test('rows beyond the last grow the tree, in one step', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template })
    await page.getByText('总分 96 / 100').first().waitFor()
    await press(page, 'Control+End', 'Home', 'ArrowRight')
    await paste(page, { text: '参保人员满意度\t4\r\n单位满意度\t3\r\n群众满意度\t3\r\n' })
    expect((await rowOf(page, '群众满意度'))?.['编号']).toBe('5.1.3')
    await press(page, 'Control+z')
    expect(await rowOf(page, '群众满意度')).toBeUndefined()
    expectNoFault()
    await context.close()
  })

  test('a table with headers is shown first; pasted again it changes nothing', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template })
    await page.getByText('总分 96 / 100').first().waitFor()
    const html = `<table>
      <tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>分值</td><td>目标值</td></tr>
      <tr><td rowspan="2">产出指标</td><td rowspan="2">产出数量</td><td>机房精密维保服务数量</td><td>12</td><td>≥2套</td></tr>
      <tr><td>培训人次</td><td>３</td><td>不少于50人次</td></tr></table>`
    await paste(page, { html, text: 'x' })
    await page.getByText('新增 1 个，修改 1 个，没有变化 2 个').waitFor()
    await page.getByRole('button', { name: /应\s?用/ }).click()
    await page.waitForFunction(() => document.activeElement?.matches('[data-sheet-input]'))
    await paste(page, { html, text: 'x' })
    await page.getByText('没有变化：这张表已经在方案里了').waitFor()
    expectNoFault()
    await context.close()
  })

  test('merged level cells make a table of pasted rows without a head, and it is shown first', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template })
    await page.getByText('总分 96 / 100').first().waitFor()
    const html = `<table><tr><td rowspan="2">满意度指标</td><td rowspan="2">服务对象满意度指标</td><td>参保人员满意度</td><td>6</td></tr>
      <tr><td>企业满意度</td><td>4</td></tr></table>`
    await press(page, 'Control+End', 'ArrowDown', 'Home', 'ArrowRight')
    await paste(page, { html, text: 'x' })
    await page.getByText('新增 1 个，修改 1 个，没有变化 2 个').waitFor()
    await page.getByRole('button', { name: /应\s?用/ }).click()
    await expect.poll(async () => (await rowOf(page, '企业满意度'))?.['编号']).toBe('5.1.2')
    expectNoFault()
    await context.close()
  })

  test('the offer to undo goes with what it would undo', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template })
    await page.getByText('总分 96 / 100').first().waitFor()
    await press(page, 'Control+Home', 'ArrowDown', 'ArrowDown', 'Control+Minus')
    await page.getByText('已删除“立项依据充分性”').last().waitFor()
    await press(page, 'Control+z')
    await page.locator('.ant-message-notice').waitFor({ state: 'detached' })
    await press(page, 'F6', 'Shift+F6')
    expect(await page.evaluate(() => document.activeElement?.matches('[data-sheet-input]'))).toBe(true)
    expectNoFault()
    await context.close()
  })

  test('at 2,000 leaves a typed letter is on the screen at once', async () => {
    const { page, context, expectNoFault } = await openDesigner()
    await page.setInputFiles('input[type=file]', {
      name: 'large.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(largeScheme())),
    })
    await page.waitForSelector('.sheet-row')
    await page.waitForTimeout(4_000)
    await page.evaluate(() => {
      const times: number[] = []
      Object.assign(window, { times })
      window.addEventListener(
        'keydown',
        () => {
          const start = performance.now()
          // What is posted in a frame runs after it is painted.
          requestAnimationFrame(() => {
            const channel = new MessageChannel()
            channel.port1.onmessage = () => times.push(performance.now() - start)
            channel.port2.postMessage(null)
          })
        },
        true,
      )
    })
    const figures = async () => {
      const times = await page.evaluate(() => (window as never as { times: number[] }).times.splice(0))
      times.sort((a, b) => a - b)
      const at = (share: number) => times[Math.floor((times.length - 1) * share)]!.toFixed(0)
      return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`
    }
    await press(page, 'Control+Home', 'ArrowRight', 'ArrowDown', 'ArrowDown')
    await figures()
    for (let count = 0; count < 40; count++) {
      await press(page, 'ArrowDown')
      await page.waitForTimeout(30)
    }
    console.log(`2,000 leaves, the cursor moved: ${await figures()}`)
    for (const letter of 'abcdefghijklmnopqrstuvwxyz'.repeat(2)) {
      await press(page, letter)
      await page.waitForTimeout(30)
    }
    console.log(`2,000 leaves, a letter typed: ${await figures()}`)
    expect(await page.locator('[data-sheet-input]').inputValue()).toHaveLength(52)
    expectNoFault()
    await context.close()
  })
})
