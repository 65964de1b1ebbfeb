/** An element or a text as the XML reader gives it, in the order of the document. */
export type Node = Record<string, unknown>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null
export const tagOf = (node: Node) => Object.keys(node).find((key) => key !== ':@' && key !== '#text') ?? ''
export const childrenOf = (node: Node): Node[] => {
  const children = node[tagOf(node)]
  return Array.isArray(children) ? children.filter(isNode) : []
}

/** Every element of a name, the outer ones before those inside of others. */
export function findAll(node: Node, tag: string): Node[] {
  return tagOf(node) === tag ? [node] : childrenOf(node).flatMap((child) => findAll(child, tag))
}
