import { describe, expect, it } from 'vitest'
import { commandOf, type Key } from './keys.ts'

/** "Ctrl+Shift+=" as an event. */
function press(text: string): Key {
  const parts = text.split('+').filter((part) => part !== '')
  const key = parts.at(-1)!
  const code = { '=': 'Equal', '-': 'Minus', Num_add: 'NumpadAdd', Num_sub: 'NumpadSubtract' }[key] ?? ''
  return {
    key: key.startsWith('Num_') ? (key === 'Num_add' ? '+' : '-') : key,
    code,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: false,
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  }
}

const told = (command: ReturnType<typeof commandOf>) => (command === undefined ? '' : JSON.stringify(command))

describe('on a cell', () => {
  it.each([
    // key, part of the command
    ['ArrowDown', '"to":"step","rows":1,"columns":0},"extend":false'],
    ['Shift+ArrowRight', '"to":"step","rows":0,"columns":1},"extend":true'],
    ['Ctrl+Shift+ArrowDown', '"to":"edge","rows":1,"columns":0},"extend":true'],
    ['Ctrl+Home', '"to":"start"'],
    ['PageDown', '"to":"page","rows":1'],
    ['Enter', '"type":"enter","rows":1'],
    ['Shift+Tab', '"type":"tab","step":-1'],
    ['F2', 'edit'],
    ['F3', '"find-next","step":1'],
    ['Delete', 'clear'],
    ['Backspace', 'clear'],
    ['Ctrl+d', '"fill","to":"down"'],
    ['Ctrl+r', '"fill","to":"right"'],
    ['Ctrl+a', 'select-all'],
    ['Ctrl+f', '"find","replace":false'],
    ['Ctrl+h', '"find","replace":true'],
    ['Ctrl+Shift+=', '"rows","action":"insert"'],
    ['Ctrl+-', '"rows","action":"remove"'],
    ['Alt+Shift+ArrowRight', 'indent'],
    ['Alt+Shift+ArrowLeft', 'outdent'],
    ['Alt+Shift+ArrowUp', '"up"'],
    ['Num_add', 'unfold'],
    ['Num_sub', '"fold"'],
    ['Alt+ArrowLeft', 'swallow'],
    ['Alt+ArrowDown', 'open'],
    ['Ctrl+Enter', 'fill-selection'],
  ])('%s is %s', (key, expected) => {
    expect(told(commandOf(press(key), false, false))).toContain(expected)
  })

  it.each(['a', '培', '5', 'Ctrl+c', 'Ctrl+v', 'Ctrl+z', 'Ctrl+k', 'F1', 'F6', 'F8', 'Ctrl+Shift+F'])(
    '%s is left to others',
    (key) => {
      expect(told(commandOf(press(key), false, false))).toBe('')
    },
  )
})

describe('while a cell is edited', () => {
  it.each([
    ['Enter', '"enter","rows":1'],
    ['Alt+Enter', 'line-break'],
    ['Ctrl+Enter', 'fill-selection'],
    ['Tab', '"tab","step":1'],
    ['Escape', 'cancel'],
  ])('%s is %s', (key, expected) => {
    expect(told(commandOf(press(key), true, false))).toContain(expected)
  })

  it.each(['ArrowLeft', 'Delete', 'Home', 'Ctrl+a', 'Ctrl+z', 'F2', 'Ctrl+d'])('%s edits the text', (key) => {
    expect(told(commandOf(press(key), true, false))).toBe('')
  })

  it('arrows leave the cell only where the edit began by typing', () => {
    expect(told(commandOf(press('ArrowDown'), true, true))).toContain('"rows":1')
    expect(told(commandOf(press('Shift+ArrowDown'), true, true))).toBe('')
  })
})
