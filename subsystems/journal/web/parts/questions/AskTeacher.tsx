import { Button, IconButton, IconMessageCircle } from '@school/ui'
import { useCan } from '@school/web'
import { createContext, lazy, Suspense, use, useState } from 'react'
import type { About } from './AskDialog.tsx'
import css from './Questions.module.css'
import { useQuestionWords } from './words.ts'

const AskDialog = lazy(() => import('./AskDialog.tsx').then((module) => ({ default: module.AskDialog })))

/** Whose diary a part lies in; without it nobody is asked. */
export const AskPlace = createContext<Pick<About, 'schoolId' | 'studentId'> | null>(null)

/** The way from a thing in the diary to its teacher, as words or as a sign; only for those who may ask. */
export function AskTeacher({ of, sign }: { of: Omit<About, 'schoolId' | 'studentId'>; sign?: boolean }) {
  const t = useQuestionWords()
  const place = use(AskPlace)
  const may = useCan('journal.question.ask')
  const [open, setOpen] = useState(false)
  if (!may || !place) return null
  const begin = () => setOpen(true)
  return (
    <>
      {sign ? <span className={`${css.sign} no-print`}><IconButton label={`${t.ask}: ${of.title}`} onClick={begin}><IconMessageCircle size={16} /></IconButton></span> : <span className={css.words}><Button look="text" size="sm" flush icon={<IconMessageCircle size={16} />} onClick={begin}>{t.ask}</Button></span>}
      {open ? <Suspense fallback={null}><AskDialog of={{ ...place, ...of }} onClose={() => setOpen(false)} /></Suspense> : null}
    </>
  )
}
