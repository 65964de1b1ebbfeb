interface Dependency {
  taskId: string
  afterId: string
}

/** Dependencies between tasks that wait for themselves: what is left when tasks that wait for nothing are taken away again and again. */
export function circularAmong<Each extends Dependency>(dependencies: readonly Each[]): Each[] {
  const waiting = Map.groupBy(dependencies, ({ afterId }) => afterId)
  const left = new Map([...Map.groupBy(dependencies, ({ taskId }) => taskId)].map(([taskId, ofTask]) => [taskId, ofTask.length]))
  const free = [...waiting.keys()].filter((id) => !left.has(id))
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    for (const { taskId } of waiting.get(id) ?? []) {
      const fewer = (left.get(taskId) ?? 0) - 1
      left.set(taskId, fewer)
      if (fewer === 0) free.push(taskId)
    }
  }
  return dependencies.filter(({ taskId, afterId }) => (left.get(taskId) ?? 0) > 0 && (left.get(afterId) ?? 0) > 0)
}
