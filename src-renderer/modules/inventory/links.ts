/** What ends a sentence rather than an address. */
const closing = /[.,;:!?)\]}>"'»”’]+$/

/**
 * The web addresses in a text, each once. Only http and https: an imported list may hold javascript:, file: or data: addresses, and those
 * stay plain text.
 */
export function addressesIn(text: string): string[] {
  const found = text.match(/\bhttps?:\/\/[^\s<>"]+/gi) ?? []
  const addresses = found.map((word) => word.replace(closing, '')).filter((word) => URL.canParse(word) && isWeb(new URL(word)))
  return [...new Set(addresses)]
}

/** A name or password in an address is there to mislead: https://bank.example@elsewhere.example */
const isWeb = ({ protocol, username, password }: URL) => /^https?:$/.test(protocol) && username === '' && password === ''
