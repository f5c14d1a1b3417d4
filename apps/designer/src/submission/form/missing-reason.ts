/** 空缺 typed with its reason, as the menu would ask for it; undefined for anything else. */
export function missingReason(typed: string): string | undefined {
  return MISSING_AS.exec(typed.normalize('NFKC').trim())?.[1]
}

const MISSING_AS = /^(?:空缺|缺失|missing)\s*[:,;(]\s*(.+?)\)?$/i
