/** Search as people type it, by letters and pinyin initials, for every panel. */
export { pinyinKeys, search, searchRank } from '@yardstick/formula'
