import type { AdaptationCount } from '../../../evaluation/adaptation.ts'
import { counted, words } from '../../../parts/words.ts'

type Counts = { readonly [C in AdaptationCount]: string }

export const lineageWords = words(
  {
    chain: '来源：从源头到这里',
    here: '这个模板',
    version: (version: string) => `${version} 版`,
    verified: '签名已核对',
    notVerified: '未核对',
    step: '改编',
    allVerified: (count: number) =>
      `${count} 级来源都已逐级核对：每一级的签名有效，并且被下一级的签名锁定，中间没有被替换。`,
    builtIn: '最初的框架随产品提供，与产品里的内容一致。',
    someUnknown: '有的来源还不能确认：公钥未被信任、已撤销，或者没有签名。见各级的标记。',
    origin: '这是源头，不是从别的模板改来的。',
    originText: '别的地区采用它之后发布的模板，会在“来源”里记下它。',
    adapted: (name: string, version: string) => `与上一级“${name}”${version} 版相比`,
    counts: { same: '原样沿用', points: '只改分值', changed: '有改动', added: '新增', removed: '删去' } as Counts,
    countText: (count: number) => `${count} 个`,
    parameters: '设定的参数',
    parameter: (name: string, value: string, origin: string) => `${name}：${value}（模板为 ${origin}）`,
    mode: { reference: '引用：跟随上级更新，并受可改范围约束', copy: '复制：此后各自独立' },
    noBase: '模板库里没有上一级的这个版本，只能数出改了多少，看不到具体改动。收入那个版本后再看。',
    same: '没有改动，与上一级完全一致。',
    comparing: '正在与上一级比较……',
    changes: '改动',
    national: '国家',
    levels: { nation: '国家', province: '省级', city: '市级', county: '县级' },
    open: (name: string) => `打开“${name}”`,
  },
  {
    chain: 'Origin: from the first to this one',
    here: 'this template',
    version: (version) => `version ${version}`,
    verified: 'signature verified',
    notVerified: 'not verified',
    step: 'adapted',
    allVerified: (count) =>
      `${counted(count, 'origin')} verified step by step: each signature is valid, and the next one is bound to it.`,
    builtIn: ' The first one comes with the product, and is the same as there.',
    someUnknown:
      'Some origins cannot be relied on yet: a key is not trusted or revoked, or there is no signature; see their marks.',
    origin: 'This is a first one: it was not adapted from another template.',
    originText: 'Templates that others make of it will name it as their origin.',
    adapted: (name, version) => `Compared with "${name}" version ${version} above`,
    counts: { same: 'as they came', points: 'other points', changed: 'changed', added: 'added', removed: 'removed' },
    countText: (count) => `${count}`,
    parameters: 'Parameters set',
    parameter: (name, value, origin) => `${name}: ${value} (${origin} in the template)`,
    mode: {
      reference: 'Referenced: it follows updates, within the limits set above',
      copy: 'Copied: independent since then',
    },
    noBase:
      'The library does not have that version, so changes can be counted but not shown. Take that version in to see them.',
    same: 'Nothing was changed: it is the same as the one above.',
    comparing: 'Comparing with the one above …',
    changes: 'Changes',
    national: 'Nation',
    levels: { nation: 'Nation', province: 'Province', city: 'City', county: 'County' },
    open: (name) => `Open "${name}"`,
  },
)
