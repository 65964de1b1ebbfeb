import type { Tone } from '../report/model.ts'

/** One look for every writer, so that the same report in two formats reads as one family. Colours without the number sign; sizes in points. */
export const ink = { text: '1B2430', quiet: '5B6675', line: 'D3D9E0', band: 'F3F5F8', accent: '17406D', paper: 'FFFFFF' }

/** Tints carry the state and are told apart by colour-blind eyes; the word stands in every tinted cell as well. */
export const tones: Record<Tone, { tint: string; strong: string }> = {
  neutral: { tint: 'ECEFF3', strong: '556070' },
  good: { tint: 'D3EBE6', strong: '0B6B5D' },
  fair: { tint: 'FBE9C4', strong: '8A5A00' },
  poor: { tint: 'F9D9D2', strong: 'A8321A' },
  info: { tint: 'DBE7F5', strong: '1F5490' },
}

/** Lines of charts with several series, in order. */
export const seriesColours = ['17406D', 'C2571A', '0B6B5D', '7A4B9C']

export const sizes = { body: 9.5, small: 8, table: 8, heading: 17, subheading: 12, title: 30 }

export const fontFamily = 'IBM Plex Sans'

/** A4 in points, and its margins. */
export const page = { width: 595.28, height: 841.89, margin: 48, top: 64, bottom: 56 }
