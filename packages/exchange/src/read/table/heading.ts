/**
 * The line that names a table: the nearest of those above it that is no sentence and no field of a form (单位：万元).
 * Undefined where none is.
 */
export function headingOf(lines: readonly string[]): string | undefined {
  const near = lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .slice(-4)
  return near.findLast((line) => line.length <= 60 && !/[：:。；;]/.test(line) && /\p{L}/u.test(line))
}
