import type { reviewsContract } from '../../contract/reviews.ts'
import type { ModuleHandlers } from '../../engagement/context.ts'

export const reviewsRouter: ModuleHandlers<typeof reviewsContract> = {}
