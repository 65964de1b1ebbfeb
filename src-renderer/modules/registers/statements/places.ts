/** Of the editor of a section. */
export const editorId = (section: string) => `statement-section-${section}`
/** Of a field of the statement itself. */
export const fieldId = (field: string) => `statement-field-${field}`

function focusOn(id: string): void {
  const element = document.getElementById(id)
  element?.focus()
  element?.scrollIntoView({ block: 'center' })
}

/** The editors are all drawn, so the focus can go there at once; a list that closes at this moment gives its focus back first. */
export const focusEditor = (section: string) => void requestAnimationFrame(() => focusOn(editorId(section)))
export const focusField = (field: string) => void requestAnimationFrame(() => focusOn(fieldId(field)))
