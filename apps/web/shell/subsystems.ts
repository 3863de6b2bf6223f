import { web as identity } from '@school/identity/web'
import { web as registry } from '@school/registry/web'
import { web as files } from '@school/files/web'
import { web as history } from '@school/history/web'
import { web as journal } from '@school/journal/web'
import { web as notices } from '@school/notices/web'
import { web as planning } from '@school/planning/web'
import { web as portal } from '@school/portal/web'
import { web as reports } from '@school/reports/web'
import { web as schedule } from '@school/schedule/web'
import type { WebSubsystem } from '@school/web'

/** The web doors, lowest level first; a new subsystem adds its import `{ web as <name> } from '@school/<name>/web'` and its name here. */
export const subsystems: readonly WebSubsystem[] = [registry, identity, files, schedule, planning, portal, journal, reports, notices, history]
