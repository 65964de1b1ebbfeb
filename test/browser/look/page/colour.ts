type Colour = [red: number, green: number, blue: number, alpha: number]

/** The colour as the browser works it out, in whatever notation it is given. */
export function colourOf(text: string): Colour {
  const numbers = /^rgba?\(([^)]*)\)$/
    .exec(text)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number)
  if (numbers && numbers.length >= 3 && numbers.every((each) => !Number.isNaN(each))) {
    return [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0, numbers[3] ?? 1]
  }
  return painted(text)
}

function painted(text: string): Colour {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const context = canvas.getContext('2d')
  if (!context) return [0, 0, 0, 0]
  context.fillStyle = text
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data
  return [red, green, blue, alpha / 255]
}

const over = (top: Colour, below: Colour): Colour => [
  top[0] * top[3] + below[0] * (1 - top[3]),
  top[1] * top[3] + below[1] * (1 - top[3]),
  top[2] * top[3] + below[2] * (1 - top[3]),
  1,
]

/** What lies under an element, its own background left out. */
export function groundOf(element: Element): Colour {
  const layers: Colour[] = []
  for (let each = element.parentElement; each; each = each.parentElement) {
    const colour = colourOf(getComputedStyle(each).backgroundColor)
    layers.push(colour)
    if (colour[3] >= 1) break
  }
  return layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255, 1] satisfies Colour)
}

export const on = (text: string, ground: Colour): Colour => over(colourOf(text), ground)

function luminance([red, green, blue]: Colour): number {
  const linear = (value: number) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/** Contrast as WCAG counts it, 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((first, second) => first - second)
  return (high + 0.05) / (low + 0.05)
}
