import { useContextOfPage, useMessages, useOwnId, useTo } from '@school/web'
import type { ru } from '../../messages/ru.ts'

/** The words of pupils and parents in the current language. */
export const useT = () => useMessages<typeof ru>('journal').diary

/** Whose diary a page shows (the named pupil, else the child of the context, else the reader) and the address of a view of it. */
export function usePupil(named?: string): { readonly schoolId: string; readonly studentId: string; readonly view: (path?: string) => string } {
  const { schoolId, childId } = useContextOfPage()
  const own = useOwnId()
  const to = useTo()
  return { schoolId: schoolId ?? '', studentId: named ?? childId ?? own, view: (path = '') => to(`${named ? `/students/${named}` : ''}/diary${path}`) }
}

export { ownZone } from '@school/web'
