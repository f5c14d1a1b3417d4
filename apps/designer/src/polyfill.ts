/**
 * What Chromium 88 lacks and our libraries use. The page loads it as a script of its own before everything else
 * (`vite/polyfill-first.mjs`), a worker imports it first. It must not import anything.
 */
define(Array.prototype, 'at', at)
define(String.prototype, 'at', at)
define(Array.prototype, 'findLast', function (this: unknown[], test: (value: unknown, index: number) => boolean) {
  for (let index = this.length - 1; index >= 0; index--) if (test(this[index], index)) return this[index]
  return undefined
})
define(Array.prototype, 'findLastIndex', function (this: unknown[], test: (value: unknown, index: number) => boolean) {
  for (let index = this.length - 1; index >= 0; index--) if (test(this[index], index)) return index
  return -1
})
define(Array.prototype, 'toSorted', function (this: unknown[], order?: (a: unknown, b: unknown) => number) {
  return [...this].sort(order)
})
define(Array.prototype, 'toReversed', function (this: unknown[]) {
  return [...this].reverse()
})
define(Array.prototype, 'toSpliced', function (this: unknown[], ...args: [number, number, ...unknown[]]) {
  const copy = [...this]
  copy.splice(...args)
  return copy
})
define(
  Object,
  'hasOwn',
  // Not by hasOwnProperty: tools like to make of it the very function that is missing.
  (object: object, key: PropertyKey) => Object.getOwnPropertyDescriptor(object, key) !== undefined,
)
define(globalThis, 'structuredClone', (value: unknown) => JSON.parse(JSON.stringify(value)))

function at(this: ArrayLike<unknown>, index: number) {
  const whole = Math.trunc(index) || 0
  return this[whole < 0 ? whole + this.length : whole]
}

function define(owner: object, name: string, value: unknown): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true })
}
