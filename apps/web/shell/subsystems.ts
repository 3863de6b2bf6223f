import type { WebSubsystem } from '@school/web'

/** Every web door that stands, in order of level: one line per subsystem. */
export const subsystems: readonly WebSubsystem[] = []
