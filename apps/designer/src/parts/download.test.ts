import { describe, expect, test } from 'vitest'
import { fileNameOf } from './download.ts'

describe('a file is named so that any system takes it', () => {
  test.each([
    ['市财政局_2024年度', '市财政局_2024年度.xlsx'],
    // What Windows forbids.
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j.xlsx'],
    ['一\t二\n三', '一-二-三.xlsx'],
    ['  名称 ', '名称.xlsx'],
    ['名称...', '名称.xlsx'],
    ['名称 . .', '名称.xlsx'],
    ['', '-.xlsx'],
    ['...', '-.xlsx'],
    // What it keeps for its devices.
    ['CON', 'CON-.xlsx'],
    ['nul', 'nul-.xlsx'],
    ['Prn.2024', 'Prn-.2024.xlsx'],
    ['aux ', 'aux-.xlsx'],
    ['COM1', 'COM1-.xlsx'],
    ['lpt9', 'lpt9-.xlsx'],
    // And what only looks like it.
    ['CONTROL', 'CONTROL.xlsx'],
    ['COM', 'COM.xlsx'],
    ['nul 局', 'nul 局.xlsx'],
    ['x'.repeat(100), `${'x'.repeat(80)}.xlsx`],
  ])('%j', (name, expected) => {
    expect(fileNameOf(name, 'xlsx')).toBe(expected)
  })
})
