import { useEffect, useState } from 'react'
import type { DiaryWeek } from '../../../contract/index.ts'
import { changesBetween } from './changes.ts'

const nothing: ReadonlySet<string> = new Set()
const shownFor = 8000

/** What changed in the open week a moment ago, so that the eye finds it; it fades by itself. */
export function useChanges(diary: DiaryWeek): ReadonlySet<string> {
  const [seen, setSeen] = useState({ diary, fresh: nothing })
  if (seen.diary !== diary) {
    const found = changesBetween(seen.diary, diary)
    setSeen({ diary, fresh: found.size > 0 ? found : seen.fresh })
  }
  const { fresh } = seen
  useEffect(() => {
    if (fresh.size === 0) return
    const timer = setTimeout(() => setSeen((now) => now.fresh === fresh ? { ...now, fresh: nothing } : now), shownFor)
    return () => clearTimeout(timer)
  }, [fresh])
  return fresh
}
