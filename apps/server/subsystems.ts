import type { Subsystem } from '@school/server'
import { subsystem as files } from '@school/files/server'
import { subsystem as history } from '@school/history/server'
import { subsystem as identity } from '@school/identity/server'
import { subsystem as journal } from '@school/journal/server'
import { subsystem as notices } from '@school/notices/server'
import { subsystem as planning } from '@school/planning/server'
import { subsystem as portal } from '@school/portal/server'
import { subsystem as registry } from '@school/registry/server'
import { subsystem as reports } from '@school/reports/server'
import { subsystem as schedule } from '@school/schedule/server'

/** Every room of the house, lower levels first. */
export const subsystems: readonly Subsystem[] = [registry, identity, files, schedule, planning, portal, journal, reports, notices, history]
