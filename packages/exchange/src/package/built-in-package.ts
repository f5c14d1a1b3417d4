import type { Scheme, Sha256, TemplatePackage } from '@yardstick/model'
import { BUILT_IN_PUBLISHER } from './built-in.ts'
import { makePackage } from './make-package.ts'

/**
 * The package of a folder of the library that comes with the product. It is unsigned and carries no date, so that server,
 * command line and tests make the same one of the same folder: its hash is what the lineages of adaptations name.
 *
 * scheme  as `validate` gives it
 * readme  the text of the README.md beside it
 */
export function builtInPackage(scheme: Scheme, readme: string | undefined, sha256: Sha256): TemplatePackage {
  const { id, name, version, region, departmentTypes, formCode, basis } = scheme
  const head = {
    id,
    name,
    version: dottedVersion(version),
    publisher: BUILT_IN_PUBLISHER,
    ...(region === undefined ? {} : { region }),
    ...(departmentTypes === undefined ? {} : { departmentTypes }),
    ...(formCode === undefined ? {} : { formCode }),
    ...(basis === undefined ? {} : { basis }),
    licence: 'Apache-2.0',
    minimumEngine: '0.1',
  }
  return makePackage({ manifest: head, schemes: [scheme], ...(readme === undefined ? {} : { readme }) }, sha256)
}

/** A scheme's version is free text ("2024年版"), a package's counts up. */
export function dottedVersion(version: string): string {
  const numbers = version.match(/\d{1,9}/g) ?? ['1']
  return numbers.slice(0, 4).join('.')
}
