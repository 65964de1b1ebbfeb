/** What joins or divides letters and shows nothing: pasted along with a name, of no use in the name of a file. */
const joiners = /[\u00AD\u200B-\u200D\u2060\uFEFF]|\uFE0E|\uFE0F/g

export const withoutJoiners = (name: string) => name.replace(joiners, '')

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The beginning of a name that takes up to so many bytes, as systems count them; no letter is parted from its marks. */
export function withinBytes(name: string, most: number): string {
  let [bytes, length] = [0, 0]
  for (const { segment } of segments.segment(name)) {
    bytes += Buffer.byteLength(segment)
    if (bytes > most) break
    length += segment.length
  }
  return name.slice(0, length)
}
