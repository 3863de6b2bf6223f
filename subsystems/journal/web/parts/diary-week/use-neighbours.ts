import { addDays, ask, kept, useQueryClient } from '@school/web'
import { useEffect } from 'react'
import { getDiaryWeek } from '../../../contract/index.ts'

/** Fetches the weeks before and after once the reader has settled on this one, so that turning the page is instant. */
export function useNeighbours(schoolId: string, studentId: string, week: string | undefined): void {
  const cache = useQueryClient()
  useEffect(() => {
    if (!week) return
    const timer = setTimeout(() => {
      for (const days of [7, -7]) void cache.prefetchQuery(kept(ask(getDiaryWeek, { params: { schoolId, studentId }, query: { week: addDays(week, days) } })))
    }, 1200)
    return () => clearTimeout(timer)
  }, [cache, schoolId, studentId, week])
}
