/** `npm run test:all` sets YARDSTICK_LONG: fifty times as many random cases. */
const isLong = process.env['YARDSTICK_LONG'] === '1'

/** How many random cases a law is held against: 2,000 in `npm test` are 100,000 in `test:all`, unless it says how many. */
export function pairCount(usual: number, long = usual * 50): number {
  return isLong ? long : usual
}
