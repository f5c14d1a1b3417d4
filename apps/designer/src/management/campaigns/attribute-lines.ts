/** What forms groups for ranking, as people write it: 地形：山区, a line each. Undefined where a line is none. */
export function attributesIn(text: string): Record<string, string> | undefined {
  const found: Record<string, string> = {}
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const [, name = '', value = ''] = /^\s*([^:：=＝]+?)\s*[:：=＝]\s*(.+?)\s*$/.exec(line) ?? []
    if (name === '' || value === '') return undefined
    found[name] = value
  }
  return found
}
