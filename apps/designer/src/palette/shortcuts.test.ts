import { describe, expect, it } from 'vitest'
import { tabs } from '../store/view.ts'
import { groupsAt, NUMPAD, shortcutGroups } from './shortcuts.ts'

const written = new Set(shortcutGroups.flatMap(({ shortcuts }) => shortcuts.flatMap(({ keys }) => keys)))

describe('the list of keys', () => {
  it.each([
    ...['← ↑ ↓ →', 'Ctrl+← ↑ ↓ →', 'Home', 'End', 'Ctrl+Home', 'Ctrl+End', 'PgUp', 'PgDn', 'Ctrl+Shift+← ↑ ↓ →'],
    ...['Enter', 'Shift+Enter', 'Tab', 'Shift+Tab', 'F2', 'Esc', 'Delete', 'Backspace'],
    ...['Ctrl+C', 'Ctrl+X', 'Ctrl+V', 'Ctrl+Z', 'Ctrl+Y', 'Ctrl+Shift+Z', 'Ctrl+D', 'Ctrl+R'],
    ...['Ctrl+Shift+=', 'Ctrl+-', 'Alt+Shift+→', 'Alt+Shift+←', 'Alt+Shift+↑', 'Alt+Shift+↓'],
    ...['Ctrl+Enter', 'Alt+Enter', '←', '→', `${NUMPAD}+`, `${NUMPAD}−`, 'Ctrl+F', 'Ctrl+H', 'F3', 'F8', 'Shift+F8'],
    ...['F9', 'Ctrl+K', 'Ctrl+S', 'F1', 'Shift+/', 'F6', 'Shift+F6'],
  ])('has %s', (key) => {
    expect(written).toContain(key)
  })

  it('says everything in both languages', () => {
    const texts = shortcutGroups.flatMap(({ name, shortcuts }) => [name, ...shortcuts.map(({ does }) => does)])
    expect(texts.filter(({ zh, en }) => zh === '' || en === '' || /\p{Script=Han}/u.test(en))).toEqual([])
  })

  it.each(tabs)('loses no group in %s', (tab) => {
    const { here, elsewhere } = groupsAt(tab)
    expect([...here, ...elsewhere].map(({ id }) => id).sort()).toEqual(shortcutGroups.map(({ id }) => id).sort())
    expect(here.at(-1)?.id).toBe('anywhere')
  })
})
