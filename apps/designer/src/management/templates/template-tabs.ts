/** The parts of a template's page, as its address names them. */
export const templateTabs = ['preview', 'lineage', 'comparison', 'modules', 'readme', 'adoptions'] as const
export type TemplateTab = (typeof templateTabs)[number]

export function tabOf(part: string | undefined): TemplateTab {
  return templateTabs.find((each) => each === part) ?? 'preview'
}
