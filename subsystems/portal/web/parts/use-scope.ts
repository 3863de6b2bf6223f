import { federation } from '@school/contract'
import { useContextOfPage } from '@school/web'
import type { Level } from '../../contract/news.ts'

/** The level and place this context writes for. */
export function useScope(): { level: Level; scopeId: string } {
  const { scopeKind, scopeId, schoolId } = useContextOfPage()
  if (scopeKind === 'child') return { level: 'school', scopeId: schoolId ?? '' }
  return { level: scopeKind, scopeId: scopeKind === 'federation' ? federation : scopeId }
}
