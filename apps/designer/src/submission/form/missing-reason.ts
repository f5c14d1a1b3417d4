import { absentReason } from '../../parts/entry/absent-reason.ts'

/** 空缺 typed with its reason, as the menu would ask for it; undefined for anything else. */
export function missingReason(typed: string): string | undefined {
  return absentReason('missing', typed) || undefined
}
