/** The window's own address: a scheme of the application's, so that nothing else in the world has the same origin. */
export const scheme = 'app'
const host = 'fieldbook'
export const pageAddress = `${scheme}://${host}/`

/** Whether an address belongs to the window's own page. */
export function isOwnAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null
  return url?.protocol === `${scheme}:` && url.host === host
}
