import { words } from '../words.ts'

export const mappingWords = words(
  {
    item: '数据项',
    unit: '单位',
    local: '本地名称',
    localUnit: '本地单位',
    localOf: (name: string) => `“${name}”在本地叫什么`,
    unitOf: (name: string) => `“${name}”的本地单位`,
    sameUnit: (unit: string) => `同为${unit}`,
    same: '名称相同',
    suggestion: (name: string) => `建议：${name}`,
    takeSuggestion: (item: string, name: string) => `“${item}”用建议的“${name}”`,
    double: '有两个数据项叫这个名字，填报时会混淆',
    choices: '选项叫法',
    choicesOf: (name: string) => `选项叫法：“${name}”`,
    choiceHint: '多个叫法用顿号分开；不填就是原来的叫法',
    pasteHint: '可从 Excel 复制两列（数据项、本地名称）粘贴到任一格；只复制一列就从那一格往下填。',
    pasted: (count: number, unknown: number) =>
      unknown === 0 ? `已填 ${count} 个名称` : `已填 ${count} 个名称；${unknown} 行没有对上数据项`,
    none: '这个方案没有要填的数据项。',
  },
  {
    item: 'Data item',
    unit: 'Unit',
    local: 'Local name',
    localUnit: 'Local unit',
    localOf: (name) => `What "${name}" is called here`,
    unitOf: (name) => `Local unit of "${name}"`,
    sameUnit: (unit) => `also ${unit}`,
    same: 'the same name',
    suggestion: (name) => `Suggested: ${name}`,
    takeSuggestion: (item, name) => `Use the suggested "${name}" for "${item}"`,
    double: 'Two items have this name; their figures would be mixed up',
    choices: 'Choices',
    choicesOf: (name) => `Choices of "${name}"`,
    choiceHint: 'Several are divided by commas; left empty, the name stays as it is',
    pasteHint:
      'Copy two columns (data item, local name) from Excel and paste them into any cell; one column alone fills downward.',
    pasted: (count, unknown) =>
      unknown === 0 ? `Names filled in: ${count}` : `Names filled in: ${count}; lines without a known item: ${unknown}`,
    none: 'This scheme has no data items to be filled in.',
  },
)
