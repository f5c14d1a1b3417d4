import { describe, expect, it } from 'vitest'
import { jsonPlaces, placeOf } from './json-places.ts'

const text = '{\n  "名称": "甲",\n  "children": [ {"id": 1}, [true, null] ],\n  "a/b": {}\n}'
const places = jsonPlaces(text)

describe('places in a JSON text', () => {
  it.each([
    ['/名称', '"名称": "甲"', '"甲"'],
    ['/children/0', '{"id": 1}', '{"id": 1}'],
    ['/children/0/id', '"id": 1', '1'],
    ['/children/1/1', 'null', 'null'],
    ['/a~1b', '"a/b": {}', '{}'],
    ['', text, text],
  ])('%s', (pointer, whole, value) => {
    const place = places.get(pointer)!
    expect(text.slice(place.from, place.to)).toBe(whole)
    expect(text.slice(place.value, place.to)).toBe(value)
  })

  it('of what is not there are those of what is above it', () => {
    expect(placeOf(places, '/children/0/scoring/method')).toBe(places.get('/children/0'))
    expect(placeOf(places, '/nowhere')).toBe(places.get(''))
  })

  it('are found as far as the text goes', () => {
    expect(jsonPlaces('{"a": [1, {"b": "c"').get('/a/1/b')).toEqual({ from: 11, value: 16, to: 19 })
  })
})
