import type { Option } from '../arguments.ts'

export const declarationOption: Option = {
  name: 'declaration',
  value: 'FILE',
  help: { zh: '绩效目标申报表', en: 'the declaration that sets the targets' },
}

export const declarationsOption: Option = {
  name: 'declaration',
  value: 'FILE',
  help: {
    zh: '绩效目标申报表：一份对全部有效；多份（文件夹、JSON 数组、ndjson）各对自己的单位和周期',
    en: 'the declaration: one counts for all; several (a folder, JSON array, ndjson) each for their own subject and period',
  },
}

export const groupOption: Option = {
  name: 'group',
  value: 'FILE',
  help: {
    zh: '组内数据：GroupFacts，或多份填报数据（JSON 数组、ndjson、文件夹）',
    en: 'the group: GroupFacts, or submissions (JSON array, ndjson, a folder)',
  },
}

export const keysOption: Option = {
  name: 'keys',
  value: 'DIR',
  help: {
    zh: '密钥所在的文件夹；默认 YARDSTICK_KEYS，或 ~/.yardstick/keys',
    en: 'the folder of the keys; YARDSTICK_KEYS by default, or ~/.yardstick/keys',
  },
}

export const mappingOption: Option = {
  name: 'mapping',
  value: 'FILE',
  help: { zh: '名称对照：填报数据用的是本地名称', en: 'a mapping: the submissions use local names' },
}
