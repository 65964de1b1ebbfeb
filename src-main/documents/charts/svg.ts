import { fontFamily } from '../style.ts'
import type { Drawing, Shape } from './shapes.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '')
const round = (value: number) => Math.round(value * 100) / 100
const stroked = (stroke: string | undefined, width = 1, dash: number[] = []) =>
  stroke ? ` stroke="#${stroke}" stroke-width="${width}"${dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : ''}` : ''

/** A drawing as SVG, for PDF and HTML. */
export function toSvg({ width, height, shapes }: Drawing): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${shapes.map(element).join('')}</svg>`
}

function element(shape: Shape): string {
  switch (shape.kind) {
    case 'polygon':
      return `<polygon points="${shape.points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')}" fill="${shape.fill ? `#${shape.fill}` : 'none'}" fill-opacity="${shape.opacity ?? 1}"${stroked(shape.stroke, shape.width, shape.dash)}/>`
    case 'line':
      return `<line x1="${round(shape.from[0])}" y1="${round(shape.from[1])}" x2="${round(shape.to[0])}" y2="${round(shape.to[1])}"${stroked(shape.stroke, shape.width, shape.dash)}/>`
    case 'rectangle':
      return `<rect x="${round(shape.x)}" y="${round(shape.y)}" width="${round(shape.width)}" height="${round(shape.height)}" fill="#${shape.fill}"/>`
    case 'circle':
      return `<circle cx="${round(shape.x)}" cy="${round(shape.y)}" r="${shape.radius}" fill="#${shape.fill}"/>`
    case 'text':
      return `<text x="${round(shape.x)}" y="${round(shape.y)}" font-family="${fontFamily}" font-size="${shape.size}" font-weight="${shape.strong ? 'bold' : 'normal'}" text-anchor="${shape.anchor ?? 'start'}" fill="#${shape.colour}">${escaped(shape.text)}</text>`
  }
}
