import { counted, words } from '../words.ts'

/** What an entered value is called that is no plain number or text; it is read back as it is written. */
export const entryWords = words(
  {
    yes: '是',
    no: '否',
    records: (count: number) => `${count} 条`,
    notApplicable: '不适用',
    notApplicableAs: (why: string) => `不适用：${why}`,
    verifying: (shown: string) => `${shown}（待核）`,
  },
  {
    yes: 'yes',
    no: 'no',
    records: (count) => `${counted(count, 'record')}`,
    notApplicable: 'not applicable',
    notApplicableAs: (why) => `not applicable: ${why}`,
    verifying: (shown) => `${shown} (to be verified)`,
  },
)
