import { words } from '../words.ts'

/** Where an adopted scheme comes from, and that there is something newer. */
export const originWords = words(
  {
    origin: '来源',
    modes: { reference: '引用', copy: '复制' },
    from: (publisher: string, name: string, version: string) => `${publisher}《${name}》${version}`,
    upToDate: '已是最新版本',
    unknown: '模板库里没有这一版',
    newer: (version: string) => `上级有新版本 ${version}`,
    see: '查看更新',
    counts: (same: number, changed: number, added: number) => `上级原样 ${same}，本地改 ${changed}，本地增 ${added}`,
    parameters: (count: number) => `参数 ${count}`,
    contribute: '向上级贡献',
    inLibrary: '在模板库中查看',
  },
  {
    origin: 'Comes from',
    modes: { reference: 'adopted by reference', copy: 'copied' },
    from: (publisher, name, version) => `${name} ${version}, ${publisher}`,
    upToDate: 'the newest version',
    unknown: 'this version is not in the library',
    newer: (version) => `New version ${version} above`,
    see: 'See the update',
    counts: (same, changed, added) => `${same} as given, ${changed} changed, ${added} added`,
    parameters: (count) => `Parameters ${count}`,
    contribute: 'Propose to the level above',
    inLibrary: 'See it in the library',
  },
)
