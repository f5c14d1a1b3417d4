import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Refused } from '../../server/client.ts'
import { ClerkDesk, DeskLeft } from './clerk-desk.ts'

const told: string[] = []
beforeEach(() => {
  told.length = 0
  vi.stubGlobal(
    'Worker',
    class {
      constructor() {
        told.push('hired')
      }
      addEventListener() {}
      postMessage() {}
      terminate() {
        told.push('dismissed')
      }
    },
  )
})
afterEach(() => vi.unstubAllGlobals())

const refusing = (status: number) => () => Promise.reject(new Refused(status, []))

it('keeps the clerk that refused a file, and sends away one that could not be reached', async () => {
  const desk = new ClerkDesk()
  await expect(desk.ask([], refusing(422))).rejects.toThrow(Refused)
  expect(await desk.ask([], async () => 'read')).toBe('read')
  expect(told).toEqual(['hired'])
  await expect(desk.ask([], refusing(0))).rejects.toThrow(Refused)
  expect(await desk.ask([], async () => 'read')).toBe('read')
  expect(told).toEqual(['hired', 'dismissed', 'hired'])
})

it('ends what is under way, and hires nobody afterwards', async () => {
  const desk = new ClerkDesk()
  const endless = desk.ask([], () => new Promise(() => undefined))
  await vi.waitFor(() => expect(told).toEqual(['hired']))
  desk.end()
  await expect(endless).rejects.toThrow(DeskLeft)
  await expect(desk.ask([], async () => 'read')).rejects.toThrow(DeskLeft)
  expect(told).toEqual(['hired', 'dismissed'])
})
