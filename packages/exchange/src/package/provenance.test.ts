import { expect, test } from 'vitest'
import { fingerprint } from './fingerprint.ts'
import { adapted, handedDown, levels, readWhole, realScheme, sha256, templateOf } from './levels.testing.ts'
import { makePackage, packageText } from './make-package.ts'
import { provenanceFor, sealsOf } from './provenance.ts'
import { readPackage } from './read-package.ts'
import { signPackage } from './signature.ts'
import { trustOf } from './trust.ts'

test('[X10] where a template comes from is proved by the last file alone, through any number of hands', () => {
  const file = packageText(handedDown(4).package)
  const read = readPackage(file, sha256)
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  const [nation, province, county, township] = levels
  const publishers = read.value.provenance.map(({ seal }) => seal.manifest.publisher)
  expect(publishers).toEqual([county.publisher, province.publisher, nation.publisher])
  // Each hop is held to the keys that are trusted here.
  const keys = [nation, province, township].map(({ publisher, region, keys }) => ({
    yardstick: 'key/1' as const,
    name: '签发',
    publisher,
    ...(region?.code === undefined ? {} : { region: region.code }),
    key: keys.key,
  }))
  const trust = [read.value.seal, ...read.value.provenance.map(({ seal }) => seal)].map((seal) => trustOf(seal, keys))
  expect(trust).toEqual(['trusted', 'unknown-key', 'trusted', 'trusted'])
  expect(fingerprint(county.keys.key)).not.toBe(fingerprint(nation.keys.key))
})

test('[X10] no hop can be left out, exchanged or made up', () => {
  const { package: whole } = handedDown(4)
  const provenance = whole.provenance!
  for (const [at] of provenance.entries()) {
    const without = { ...whole, provenance: provenance.filter((_, index) => index !== at) }
    expect(readPackage(packageText(without), sha256)).toMatchObject({
      ok: false,
      issues: [{ code: 'PACKAGE_PART_MISSING' }],
    })
    const { seal } = readWhole(templateOf(levels[3]))
    const exchanged = { ...whole, provenance: provenance.map((each, index) => (index === at ? seal! : each)) }
    expect(readPackage(packageText(exchanged), sha256).ok).toBe(false)
    // The same manifest, signed anew on the way: whole by itself, but not what the next hop has signed.
    const { signature } = signPackage({ ...whole, manifest: provenance[at]!.manifest }, levels[3].keys.secret)
    const again = { ...provenance[at]!, signature: signature! }
    const signedAnew = { ...whole, provenance: provenance.map((each, index) => (index === at ? again : each)) }
    expect(readPackage(packageText(signedAnew), sha256)).toMatchObject({
      ok: false,
      issues: [{ code: 'PACKAGE_PART_CHANGED' }],
    })
  }
})

test('[X10] a seal far up that was signed anew is refused, though all behind it is listed as it is', () => {
  const { package: whole } = handedDown(3)
  const [near, far] = whole.provenance!
  const { signature } = signPackage({ ...whole, manifest: far!.manifest }, levels[3].keys.secret)
  const { manifest, provenance: _, ...parts } = whole
  const forged = makePackage({ ...parts, manifest, provenance: [near!, { ...far!, signature: signature! }] }, sha256)
  const file = packageText(signPackage(forged, levels[2].keys.secret))
  expect(readPackage(file, sha256)).toMatchObject({ ok: false, issues: [{ code: 'PACKAGE_SEAL_MISSING' }] })
})

test('what a new package needs is found among the packages at hand, and what is missing is named', () => {
  const above = handedDown(3)
  const scheme = adapted(above)
  const names = (count: number) => {
    const found = provenanceFor([scheme], sealsOf(above).slice(0, count), sha256)
    if (found.ok) return found.value.map(({ manifest }) => manifest.id)
    return found.issues.map(({ code, expected }) => [code, (expected as { template: string }).template])
  }
  expect(names(3)).toEqual(['template-2', 'template-1', 'template-0'])
  expect(names(2)).toEqual([['PACKAGE_SEAL_MISSING', 'template-0']])
  expect(names(0)).toEqual([['PACKAGE_SEAL_MISSING', 'template-2']])
  expect(provenanceFor([realScheme()], [], sha256)).toEqual({ ok: true, value: [] })
})

test('two schemes of one template need its seal once', () => {
  const above = handedDown(2)
  const found = provenanceFor([adapted(above), { ...adapted(above), id: 'other' }], sealsOf(above), sha256)
  expect(found).toMatchObject({
    ok: true,
    value: [{ manifest: { id: 'template-1' } }, { manifest: { id: 'template-0' } }],
  })
})
