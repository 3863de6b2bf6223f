import type { Permission } from '@school/contract'

export const permissions: readonly Permission[] = []
