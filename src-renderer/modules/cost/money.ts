/** An amount as a person says it, in three figures at most, with the sign of its currency. */
export const money = (amount: number, currency: string): string =>
  new Intl.NumberFormat(undefined, { style: 'currency', currency, maximumSignificantDigits: 3 }).format(amount)
