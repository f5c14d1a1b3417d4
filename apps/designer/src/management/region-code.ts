export interface Region {
  readonly code: string
  readonly name: string
}

/** 行政区划代码: 6 digits, or 9 and 12 for townships and villages. */
export function isRegionCode(text: string): boolean {
  return /^\d{6,12}$/.test(text)
}
