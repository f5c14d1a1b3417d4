import { type Issue, type TemplatePackage, wordIssue } from '@yardstick/model'
import { describe, expect, it, test } from 'vitest'
import { adapted, handedDown, levels, manifestOf, readWhole, realScheme, sha256, templateOf } from './levels.testing.ts'
import { makePackage, type PackageContents, packageText } from './make-package.ts'
import { readPackage } from './read-package.ts'
import { newKey, signPackage } from './signature.ts'

const [nation, province] = levels
const whole = handedDown(2).package
const text = packageText(whole)
const bytes = new TextEncoder().encode(text)

function issuesOf(file: Uint8Array | string): readonly Issue[] {
  const read = readPackage(file, sha256)
  return read.ok ? [] : read.issues
}
const codesOf = (file: Uint8Array | string) => issuesOf(file).map(({ code }) => code)

test('[X8] a package that is written is read again, whole, signed and with where it comes from', () => {
  const read = readWhole(whole)
  expect(read.package).toEqual(whole)
  expect(read.seal).toEqual({ manifest: whole.manifest, signature: whole.signature })
  expect(read.provenance.map(({ seal }) => seal.manifest.publisher)).toEqual([nation.publisher])
  expect(readPackage(bytes, sha256)).toEqual({ ok: true, value: read })
})

describe('[X9] no byte of a package can be changed', () => {
  /** Told with the part that was changed, or, where the text breaks, with the place. */
  const clear = new Set([
    ...['PACKAGE_DAMAGED', 'PACKAGE_NOT_CANONICAL', 'PACKAGE_SIGNATURE', 'PACKAGE_ALGORITHM', 'PACKAGE_UNSIGNED'],
    ...['PACKAGE_PART_CHANGED', 'PACKAGE_PART_MISSING', 'PACKAGE_PART_UNLISTED', 'PACKAGE_PART_TWICE'],
    ...['PACKAGE_SEAL_SIGNATURE', 'JSON_DUPLICATE_KEY', 'DOCUMENT_KIND', 'DOCUMENT_NEWER', 'DOCUMENT_TEXT_BROKEN'],
    // A key of the head itself, or of the signature.
    ...['SHAPE_UNKNOWN_KEY', 'SHAPE_REQUIRED', 'SHAPE_FORMAT'],
  ])
  const changes: readonly (readonly [string, (byte: number) => number])[] = [
    ['its lowest bit', (byte) => byte ^ 1],
    ['the bit of small and capital letters', (byte) => byte ^ 0x20],
    ['its highest bit', (byte) => byte ^ 0x80],
    ['all of it, by a blank', (byte) => (byte === 0x20 ? 0x09 : 0x20)],
    ['all of it, by a figure', (byte) => (byte === 0x37 ? 0x38 : 0x37)],
  ]

  it.each(changes)('of every byte, in turn: %s', (_, change) => {
    const unclear: string[] = []
    const file = bytes.slice()
    for (const [at, byte] of bytes.entries()) {
      file[at] = change(byte)
      const issues = issuesOf(file)
      file[at] = byte
      if (issues.length === 0 || issues.some(({ code }) => !clear.has(code))) {
        unclear.push(`${at}: ${issues.map(({ code }) => code).join()}`)
      }
    }
    expect(unclear).toEqual([])
  })

  it('of a large package neither, here and there', () => {
    const large = new TextEncoder().encode(packageText(templateOf(nation, undefined, 'departments/health')))
    expect(large.length).toBeGreaterThan(40_000)
    const whole: number[] = []
    for (let at = 0; at < large.length; at += 23) {
      const byte = large[at]!
      large[at] = byte ^ (1 << (at % 8))
      if (codesOf(large).length === 0) whole.push(at)
      large[at] = byte
    }
    expect(whole).toEqual([])
  })

  it('nor any taken away, put in or moved', () => {
    for (let at = 0; at < bytes.length; at += 13) {
      const shorter = new Uint8Array([...bytes.slice(0, at), ...bytes.slice(at + 1)])
      const longer = new Uint8Array([...bytes.slice(0, at), bytes[at]!, ...bytes.slice(at)])
      for (const file of [shorter, longer]) expect(codesOf(file), `${at}`).not.toEqual([])
    }
  })

  it('and no file of any other length is one', () => {
    for (let length = 0; length < bytes.length; length += 7) {
      expect(codesOf(bytes.slice(0, length)), `${length}`).toEqual(['PACKAGE_DAMAGED'])
    }
  })
})

describe('a changed part is named', () => {
  const [scheme] = whole.schemes
  const [module] = whole.modules!
  const [seal] = whole.provenance!
  const { signature: _, ...withoutSignature } = whole
  const { readme: __, ...withoutReadme } = whole

  it.each<[string, object, string, RegExp]>([
    [
      'a figure in a scheme',
      { ...whole, schemes: [{ ...scheme, fullScore: '99' }] },
      'PACKAGE_PART_CHANGED',
      /指标体系“.+”.*已被改动/,
    ],
    ['a module', { ...whole, modules: [{ ...module, name: '另一个' }] }, 'PACKAGE_PART_CHANGED', /指标模块“part”/],
    ['the readme', { ...whole, readme: '别的' }, 'PACKAGE_PART_CHANGED', /说明“readme”/],
    [
      'an earlier seal',
      { ...whole, provenance: [{ ...seal, manifest: { ...seal!.manifest, publisher: '某某' } }] },
      'PACKAGE_PART_CHANGED',
      /来源签印“template-0”/,
    ],
    ['a readme taken out', withoutReadme, 'PACKAGE_PART_MISSING', /说明“readme”应在包内/],
    [
      'a scheme put in',
      { ...whole, schemes: [scheme, { ...scheme, id: 'other' }] },
      'PACKAGE_PART_UNLISTED',
      /“other”/,
    ],
    ['a scheme twice', { ...whole, schemes: [scheme, scheme] }, 'PACKAGE_PART_TWICE', /有两份/],
    [
      'the publisher in the manifest',
      { ...whole, manifest: { ...whole.manifest, publisher: '某某' } },
      'PACKAGE_SIGNATURE',
      /清单或“某某”的签名/,
    ],
    [
      'a part of the manifest that is not known',
      { ...whole, manifest: { ...whole.manifest, more: '1' } },
      'PACKAGE_SIGNATURE',
      /清单/,
    ],
    ['no signature', withoutSignature, 'PACKAGE_UNSIGNED', /应有发布单位的签名/],
    [
      'the signature of another algorithm',
      { ...whole, signature: { ...whole.signature, algorithm: 'SM2' } },
      'PACKAGE_ALGORITHM',
      /Ed25519，现为 SM2/,
    ],
    [
      'the key of somebody else',
      { ...whole, signature: { ...whole.signature, key: nation.keys.key } },
      'PACKAGE_SIGNATURE',
      /江西省财政厅/,
    ],
    [
      'the signature of another package',
      { ...whole, signature: templateOf(nation).signature },
      'PACKAGE_SIGNATURE',
      /江西省财政厅/,
    ],
    [
      'a seal with the signature of another',
      { ...whole, provenance: [{ ...seal, signature: whole.signature }] },
      'PACKAGE_PART_CHANGED',
      /来源签印“template-0”/,
    ],
    [
      'a seal that was broken before it was packed',
      signPackage(
        makePackage({ ...whole, provenance: [{ ...seal!, signature: whole.signature! }] }, sha256),
        province.keys.secret,
      ),
      'PACKAGE_SEAL_SIGNATURE',
      /国家绩效中心/,
    ],
  ])('%s', (_, changed, code, words) => {
    const issues = issuesOf(packageText(changed as TemplatePackage))
    expect(issues.map((each) => each.code)).toEqual([code])
    expect(wordIssue(issues[0]!, 'zh')).toMatch(words)
    expect(wordIssue(issues[0]!, 'en')).not.toMatch(/[\u4e00-\u9fff]{2}[，；]/)
  })
})

describe('a hostile file ends early', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['larger than any package', new Uint8Array(20 * 2 ** 20 + 1), 'PACKAGE_TOO_LARGE'],
    ['the same as text', ' '.repeat(20 * 2 ** 20 + 1), 'PACKAGE_TOO_LARGE'],
    ['deeply nested', '['.repeat(500_000) + ']'.repeat(500_000), 'DOCUMENT_TOO_DEEP'],
    ['deeply nested and open', '{"a":'.repeat(500_000), 'PACKAGE_DAMAGED'],
    ['empty', '', 'PACKAGE_DAMAGED'],
    ['no text at all', new Uint8Array([0xff, 0xfe, 0x00]), 'PACKAGE_DAMAGED'],
    ['another document', JSON.stringify(realScheme()), 'DOCUMENT_KIND'],
    ['a word', '"package/1"', 'DOCUMENT_KIND'],
    ['nothing', 'null', 'DOCUMENT_KIND'],
    [
      'a form of tomorrow',
      JSON.stringify({ manifest: {}, schemes: [], signature: {}, yardstick: 'package/2' }),
      'DOCUMENT_NEWER',
    ],
    ['a mark at the beginning', `\uFEFF${text}`, 'PACKAGE_NOT_CANONICAL'],
    ['a line end', `${text}\n`, 'PACKAGE_NOT_CANONICAL'],
    ['laid out for people', JSON.stringify(whole, null, 2), 'PACKAGE_NOT_CANONICAL'],
    ['keys in another order', JSON.stringify({ signature: 1, ...whole }), 'PACKAGE_NOT_CANONICAL'],
    ['a letter escaped', text.replace('readme":"#', 'readme":"\\u0023'), 'PACKAGE_NOT_CANONICAL'],
    ['a key twice', text.replace('"readme":', '"readme":"x","readme":'), 'JSON_DUPLICATE_KEY'],
    ['half a character', text.replace('怎样采用', '\\ud800'), 'DOCUMENT_TEXT_BROKEN'],
    ['half a character as it stands', text.replace('怎样采用', '\ud800'), 'DOCUMENT_TEXT_BROKEN'],
    ['a key of the language', text.replace('"readme":', '"__proto__":{},"readme":'), 'DOCUMENT_KEY_FORBIDDEN'],
    [
      'a thousand parts of a name without end',
      text.replace('"part"', `"${'x'.repeat(1_000_000)}"`),
      'PACKAGE_PART_UNLISTED',
    ],
  ])('%s', (_, file, code) => {
    expect(codesOf(file)).toContain(code)
  })

  it.each(['modules', 'schemes', 'provenance'])('hundreds of thousands of %s, and as many lines for them', (part) => {
    const many = Array.from({ length: 150_000 }, (_, at) => ({ id: `${at}` }))
    const contents = many.map(({ id }) => ({ hash: '', id, kind: 'module' }))
    const file = packageText({ ...whole, manifest: { ...whole.manifest, contents }, [part]: many } as never)
    const begun = performance.now()
    expect(codesOf(file)).not.toEqual([])
    expect(performance.now() - begun).toBeLessThan(20_000)
  })

  it('a number is written in one way, a decimal too', () => {
    const scheme = realScheme()
    const made = (changed: object) =>
      packageText(
        signPackage(
          makePackage({ manifest: manifestOf(nation, 'x'), schemes: [{ ...scheme, ...changed }] }, sha256),
          nation.keys.secret,
        ),
      )
    expect(codesOf(made({ year: 2024 }))).toEqual([])
    expect(codesOf(made({ year: 2024 }).replace('"year":2024', '"year":2024.0'))).toEqual(['PACKAGE_NOT_CANONICAL'])
    expect(codesOf(made({ year: 2024 }).replace('"year":2024', '"year":2.024e3'))).toEqual(['PACKAGE_NOT_CANONICAL'])
    // Signed as it stands, and still not the one text of what it says.
    expect(codesOf(made({ fullScore: '100.0' }))).toEqual(['PACKAGE_NOT_CANONICAL'])
    // Names that are figures are sorted as text.
    expect(codesOf(made({ layout: { '10': { x: 1, y: 2 }, '9': { x: 1, y: 2 } } }))).toEqual([])
  })
})

describe('what is signed can still be wrong', () => {
  const signed = (contents: Partial<PackageContents>) =>
    packageText(
      signPackage(
        makePackage({ manifest: manifestOf(province, 'p'), schemes: [realScheme()], ...contents }, sha256),
        province.keys.secret,
      ),
    )
  const above = handedDown(1)
  const other = readWhole(
    signPackage(
      makePackage({ manifest: manifestOf(levels[2], 'o'), schemes: [realScheme()] }, sha256),
      levels[2].keys.secret,
    ),
  )
  const from = adapted(above)
  const lineage = (template: object) => ({
    ...from,
    lineage: { ...from.lineage!, template: { ...from.lineage!.template, ...template } },
  })
  const proposal = { to: from.lineage!.template }

  it.each<[string, Partial<PackageContents>, string]>([
    [
      'it needs a newer program',
      { manifest: { ...manifestOf(province, 'p'), minimumEngine: '99.1' } },
      'PACKAGE_ENGINE',
    ],
    ['there is nothing in it but a page', { schemes: [], readme: 'x' }, 'PACKAGE_EMPTY'],
    ['it does not bring the seal of the template above', { schemes: [from] }, 'PACKAGE_SEAL_MISSING'],
    ['it brings the seal of another', { schemes: [from], provenance: [other.seal!] }, 'PACKAGE_SEAL_MISSING'],
    ['it brings one more', { schemes: [from], provenance: [above.seal!, other.seal!] }, 'PACKAGE_SEAL_UNRELATED'],
    ['it brings one and was adapted from none', { provenance: [above.seal!] }, 'PACKAGE_SEAL_UNRELATED'],
    ['it says another version', { schemes: [lineage({ version: '9' })], provenance: [above.seal!] }, 'PACKAGE_LINEAGE'],
    [
      'it says another publisher',
      { schemes: [lineage({ publisher: '某某' })], provenance: [above.seal!] },
      'PACKAGE_LINEAGE',
    ],
    [
      'it says another scheme',
      { schemes: [lineage({ scheme: 'none' })], provenance: [above.seal!] },
      'PACKAGE_LINEAGE',
    ],
    [
      'it proposes to change what it does not come from',
      { manifest: { ...manifestOf(province, 'p'), proposal } },
      'PACKAGE_PROPOSAL',
    ],
    ['a scheme has no shape of one', { schemes: [{ ...realScheme(), points: 1 } as never] }, 'SHAPE_UNKNOWN_KEY'],
  ])('%s', (_, contents, code) => {
    expect(codesOf(signed(contents))).toEqual([code])
  })

  it('seals in another order than listed are told', () => {
    const deep = handedDown(3).package
    expect(codesOf(packageText({ ...deep, provenance: deep.provenance!.toReversed() }))).toEqual(['PACKAGE_PART_ORDER'])
  })

  it('what comes with the product needs no seal, and is taken unsigned only where that is said', () => {
    const made = packageText(makePackage({ manifest: manifestOf(nation, 'n'), schemes: [realScheme()] }, sha256))
    expect(codesOf(made)).toEqual(['PACKAGE_UNSIGNED'])
    expect(readPackage(made, sha256, { isBuiltIn: true })).toMatchObject({ ok: true, value: { seal: null } })
    expect(codesOf(signed({ schemes: [lineage({ publisher: '标尺 Yardstick', hash: 'a'.repeat(64) })] }))).toEqual([])
  })

  it('a changed one is no better where it may be unsigned', () => {
    const key = newKey(() => new Uint8Array(32).fill(7))
    const changed = { ...whole, signature: { ...whole.signature!, key: key.key } }
    const read = readPackage(packageText(changed), sha256, { isBuiltIn: true })
    expect(read).toMatchObject({ ok: false, issues: [{ code: 'PACKAGE_SIGNATURE' }] })
  })
})
