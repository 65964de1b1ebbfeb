import type { Mutation } from './mutation.ts'
import { packageMutations } from './package-mutations.ts'
import { pageMutations } from './page-mutations.ts'
import { rowMutations } from './row-mutations.ts'
import { schemaMutations } from './schema-mutations.ts'

/** Every way in which a file is changed by something else than the program. */
export const mutations: readonly Mutation[] = [...schemaMutations, ...rowMutations, ...pageMutations, ...packageMutations]
