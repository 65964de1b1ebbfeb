import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import { fontFiles } from '../fonts.ts'
import { fontFamily } from '../style.ts'
import type { Drawing, Shape } from './shapes.ts'

/** Dots for each point: sharp in print. */
const scale = 3

let registered = false
function registerFonts(): void {
  if (registered) return
  const { normal, bold } = fontFiles()
  GlobalFonts.registerFromPath(normal, fontFamily)
  GlobalFonts.registerFromPath(bold, `${fontFamily} Strong`)
  registered = true
}

/** A drawing as PNG on white, for DOCX. */
export function toPng({ width, height, shapes }: Drawing): Buffer {
  registerFonts()
  const canvas = createCanvas(width * scale, height * scale)
  const context = canvas.getContext('2d')
  context.scale(scale, scale)
  context.fillStyle = '#FFFFFF'
  context.fillRect(0, 0, width, height)
  for (const shape of shapes) draw(context, shape)
  return canvas.toBuffer('image/png')
}

function draw(context: SKRSContext2D, shape: Shape): void {
  switch (shape.kind) {
    case 'rectangle':
      context.fillStyle = `#${shape.fill}`
      context.fillRect(shape.x, shape.y, shape.width, shape.height)
      break
    case 'circle':
      context.beginPath()
      context.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI)
      context.fillStyle = `#${shape.fill}`
      context.fill()
      break
    case 'text':
      context.font = `${shape.size}px "${fontFamily}${shape.strong ? ' Strong' : ''}"`
      context.fillStyle = `#${shape.colour}`
      context.textAlign = shape.anchor === 'middle' ? 'center' : (shape.anchor ?? 'start')
      context.fillText(shape.text, shape.x, shape.y)
      break
    case 'line':
      outline(context, [shape.from, shape.to], shape, false)
      break
    case 'polygon':
      outline(context, shape.points, shape, true)
      break
  }
}

type Line = { stroke?: string; fill?: string; opacity?: number; width?: number; dash?: number[] }

function outline(context: SKRSContext2D, points: [number, number][], line: Line, closed: boolean): void {
  context.beginPath()
  for (const [index, [x, y]] of points.entries()) index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)
  if (closed) context.closePath()
  if (line.fill) {
    context.globalAlpha = line.opacity ?? 1
    context.fillStyle = `#${line.fill}`
    context.fill()
    context.globalAlpha = 1
  }
  if (line.stroke) {
    context.setLineDash(line.dash ?? [])
    context.lineWidth = line.width ?? 1
    context.strokeStyle = `#${line.stroke}`
    context.stroke()
  }
}
