import type { Permission } from '@school/contract'

/** Everyone signed in has files of their own; rights to others' follow from the registry and from shares. */
export const permissions: readonly Permission[] = []
