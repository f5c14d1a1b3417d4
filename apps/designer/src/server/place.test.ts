import { describe, expect, it } from 'vitest'
import { hrefOf, placeOf } from './place.ts'

describe('an address', () => {
  it.each([
    ['#campaigns', { room: 'campaigns', path: [] }],
    ['#campaigns/0193-a/results', { room: 'campaigns', path: ['0193-a', 'results'] }],
    ['#audit-log', { room: 'audit-log', path: [] }],
    ['#departments/%E6%95%99', { room: 'departments', path: ['教'] }],
    // What no browser could have made is taken as it is.
    ['#library/%E6%', { room: 'library', path: ['%E6%'] }],
    ['', null],
    ['#design=abc', null],
    ['#nowhere', null],
  ])('%s leads to %j', (hash, place) => {
    expect(placeOf(hash)).toEqual(place)
  })

  it('of a place leads back to it', () => {
    expect(placeOf(hrefOf('library', '市/县 100%'))).toEqual({ room: 'library', path: ['市/县 100%'] })
  })
})
