/** Whether one version comes after another. */
export function isLater(one: string, other: string): boolean {
  const [a, b] = [one, other].map((each) => each.split('.').map(Number))
  for (let at = 0; at < Math.max(a!.length, b!.length); at++) {
    const difference = (a![at] ?? 0) - (b![at] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return false
}
