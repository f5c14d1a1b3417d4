/**
 * An id for something new: the words of its name, which stay when it is renamed or moved; a number behind them where they
 * are taken. `empty` is for names without a letter or digit.
 */
export function newId(name: string, taken: { has(id: string): boolean }, empty = 'indicator'): string {
  const words = name
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  const base = words === '' || words === 'constructor' || words === 'prototype' ? empty : words
  if (!taken.has(base)) return base
  let number = 2
  while (taken.has(`${base}-${number}`)) number++
  return `${base}-${number}`
}
