/** A drawing as a list of shapes, made once and turned into SVG or PNG. Sizes in points, colours without the number sign. */
export type Shape =
  | { kind: 'polygon'; points: [number, number][]; stroke?: string; fill?: string; opacity?: number; width?: number; dash?: number[] }
  | { kind: 'line'; from: [number, number]; to: [number, number]; stroke: string; width?: number; dash?: number[] }
  | { kind: 'rectangle'; x: number; y: number; width: number; height: number; fill: string }
  | { kind: 'circle'; x: number; y: number; radius: number; fill: string }
  | {
      kind: 'text'
      x: number
      y: number
      text: string
      size: number
      colour: string
      anchor?: 'start' | 'middle' | 'end'
      strong?: boolean
    }

export interface Drawing {
  width: number
  height: number
  shapes: Shape[]
}

/** Splits a label into lines of about this many characters. */
export function wrapLabel(label: string, length: number): string[] {
  const lines: string[] = []
  for (const word of label.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length + 1 > length) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
