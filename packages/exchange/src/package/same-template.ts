import { type Manifest, regionPrefix } from '@yardstick/model'

/** What tells one template from another, in all its versions. */
export interface TemplateName {
  readonly id: string
  readonly publisher: string
  /** Of the signature; null where it has none. */
  readonly key: string | null
  /** Code of its region, '' where it has none. */
  readonly region: string
}

export function templateName(
  { id, publisher, region }: Pick<Manifest, 'id' | 'publisher' | 'region'>,
  key: string | null,
): TemplateName {
  return { id, publisher, key, region: region?.code ?? '' }
}

/**
 * Publishers of several regions may go by one name (县财政局), and each key speaks for its own region: a template of that name and
 * id from elsewhere is another one, and no version of this.
 */
export function isSameTemplate(one: TemplateName, other: TemplateName): boolean {
  if (one.id !== other.id || one.publisher !== other.publisher) return false
  return one.key === other.key || regionPrefix(one.region) === regionPrefix(other.region)
}
