import { type Static, Type } from 'typebox'
import { conditionDefinition } from './condition.ts'
import { indicator, indicatorDefinition, leaf } from './indicator.ts'
import { item, measure } from './item.ts'
import { choice, closed, date, documentSchema, hash, id, line, map, name, optional, text } from './primitives.ts'
import { region, schemeBody } from './scheme.ts'
import { templateRef } from './sharing.ts'

/** A reusable part of a tree with the items and measures it reads. */
const module = closed({
  id,
  name,
  items: Type.Array(item),
  measures: optional(Type.Array(measure)),
  indicators: Type.Array(indicator, { minItems: 1 }),
})

export type IndicatorModule = Static<typeof module>

/** A module by itself, as a library keeps it; it has no head of its own. */
export const indicatorModule = documentSchema('module/1', 'Module 指标模块', module, {
  condition: conditionDefinition,
  indicator: indicatorDefinition,
  leaf,
})

/** 1, 1.2, 2024.1: numbers that count up, part by part. */
const version = Type.String({ pattern: '^\\d{1,9}(\\.\\d{1,9}){0,3}$' })

/** A region's proposed change of a template 贡献: what it would change, and why. */
const proposal = closed({
  to: templateRef,
  note: optional(text),
  /** Why, by indicator id. */
  reasons: optional(map(text)),
})

/** What is signed: everything else in a package stands in it by its hash. */
const manifest = closed({
  /** Of the template, the same through all its versions. */
  id,
  name,
  version,
  publisher: line,
  region: optional(region),
  departmentTypes: optional(Type.Array(line, { maxItems: 100 })),
  formCode: optional(line),
  basis: optional(Type.Array(line, { maxItems: 200 })),
  licence: line,
  minimumEngine: version,
  dependencies: optional(Type.Array(closed({ id, version, hash: optional(hash) }), { maxItems: 100 })),
  date: optional(date),
  /** The manifest of the version before, by its hash. */
  previous: optional(hash),
  proposal: optional(proposal),
  /** Each by the hash of its canonical text: schemes, modules, the readme, and the seals before this one. */
  contents: Type.Array(closed({ kind: choice('scheme', 'module', 'readme', 'seal'), id, hash }), {
    minItems: 1,
    maxItems: 1_000,
  }),
})
export type Manifest = Static<typeof manifest>

/** Ed25519 over the canonical text of the manifest; both lower-case hex. */
const signature = closed({
  algorithm: choice('Ed25519'),
  key: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  value: Type.String({ pattern: '^[0-9a-f]{128}$' }),
})
export type Signature = Static<typeof signature>

/** A manifest and its signature, which can be verified without the rest: the proof of where a template comes from. */
const seal = closed({ manifest, signature })
export type Seal = Static<typeof seal>

/** A `.yardstick` file 模板包: schemes or modules with their cases, one canonical JSON text, signed. */
export const templatePackage = documentSchema(
  'package/1',
  'TemplatePackage 模板包',
  closed({
    yardstick: Type.Literal('package/1'),
    manifest,
    schemes: Type.Array(schemeBody, { maxItems: 100 }),
    modules: optional(Type.Array(module, { maxItems: 1_000 })),
    readme: optional(text),
    /** The seals of the templates these were adapted from, nearest first, up to the first one. */
    provenance: optional(Type.Array(seal, { maxItems: 20 })),
    /** Without it nobody answers for the package; only what comes with the product itself has none. */
    signature: optional(signature),
  }),
  { condition: conditionDefinition, indicator: indicatorDefinition, leaf },
)
export type TemplatePackage = Static<typeof templatePackage>

/** What a person may give out, and others trust: a public key with its publisher and where it speaks for. */
export const publicKey = documentSchema(
  'key/1',
  'PublicKey 公钥',
  closed({
    yardstick: Type.Literal('key/1'),
    name,
    publisher: line,
    /** 行政区划代码 of the region it speaks for, and all below; without it everywhere. */
    region: optional(Type.String({ pattern: '^\\d{6,12}$' })),
    key: hash,
  }),
)
export type PublicKey = Static<typeof publicKey>

/** The packages in a folder on any static file server: `catalogue.json` beside the files. */
export const catalogueDocument = documentSchema(
  'catalogue/1',
  'Catalogue 模板目录',
  closed({
    yardstick: Type.Literal('catalogue/1'),
    name: optional(line),
    packages: Type.Array(
      closed({
        /** Beside the catalogue; no folders. */
        file: Type.String({ pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,119}\\.yardstick$' }),
        bytes: Type.Integer({ minimum: 1 }),
        /** Of the manifest. */
        hash,
        id,
        name,
        version,
        publisher: line,
        region: optional(region),
        departmentTypes: optional(Type.Array(line, { maxItems: 100 })),
      }),
      { maxItems: 10_000 },
    ),
  }),
)
export type Catalogue = Static<typeof catalogueDocument>
