import type { Scheme } from '@yardstick/model'
import { type Read, unreadable } from './refusal.ts'

/** A region as it is typed, 江西省:360000; undefined where none is. */
export function regionSaid(said: string | undefined): Read<Scheme['region']> {
  if (said === undefined) return { ok: true, value: undefined }
  const [, name, code] = /^([^:：]+)[:：](\d{6,12})$/.exec(said) ?? []
  return name === undefined || code === undefined ? unreadable(said, words.form) : { ok: true, value: { name, code } }
}

const words = {
  form: { zh: '地区应写成 名称:代码，如 江西省:360000', en: 'a region is NAME:CODE, such as 江西省:360000' },
}
