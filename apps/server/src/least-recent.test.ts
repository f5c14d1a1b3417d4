import { expect, it } from 'vitest'
import { LeastRecent } from './least-recent.ts'

it('keeps what was used last, up to its size, and says what goes', () => {
  const gone: string[] = []
  const kept = new LeastRecent<string, number>(10, Number, (key) => gone.push(key))
  kept.set('a', 4)
  kept.set('b', 4)
  expect(kept.get('a')).toBe(4)
  kept.set('c', 4)
  expect(gone).toEqual(['b'])
  kept.set('a', 6)
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([6, undefined, 4])
  kept.delete('c')
  kept.set('d', 4)
  expect(gone).toEqual(['b'])
  // What is larger than everything stays as long as it is the newest.
  kept.set('large', 50)
  expect(gone).toEqual(['b', 'a', 'd'])
  expect(kept.get('large')).toBe(50)
})
