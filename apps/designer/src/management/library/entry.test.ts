import { expect, it } from 'vitest'
import { readTags, tagsText } from './entry.ts'

it.each([
  ['教育、义务教育', ['教育', '义务教育']],
  ['public health, schools', ['public health', 'schools']],
  ['教育，教育;  ', ['教育']],
  ['', []],
])('tags typed as %j', (text, tags) => {
  const read = readTags('industry', text)
  expect(read.map(({ tag }) => tag)).toEqual(tags)
  expect(readTags('industry', tagsText(read, 'industry'))).toEqual(read)
})
