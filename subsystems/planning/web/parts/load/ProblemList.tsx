import { Callout, Section, StatusWord } from '@school/ui'
import { useState } from 'react'
import type { LoadMatrix, LoadProblem } from '../../../contract/index.ts'
import { hoursText, useT } from '../words.ts'
import css from './Load.module.css'

const tones = { error: 'bad', warning: 'warn', hint: 'info' } as const

/** What does not add up, the gravest first; pressing one leads to where it is mended. */
export function ProblemList({ matrix, onOpen }: { matrix: LoadMatrix; onOpen(problem: LoadProblem): void }) {
  const t = useT().load
  const [all, setAll] = useState(false)
  if (matrix.courses.length === 0 && matrix.needs.length === 0) return null
  if (matrix.problems.length === 0) return <Callout tone="ok" title={t.allRight} />
  const shown = all ? matrix.problems : matrix.problems.slice(0, 6)
  const about = (one: LoadProblem) => {
    const teacher = matrix.teachers.find((other) => other.id === one.teacherId)
    if (teacher) return `${teacher.lastName} ${teacher.firstName.slice(0, 1)}.`
    const [unit, subject] = [matrix.classes.find((other) => other.id === one.classId)?.name, matrix.subjects.find((other) => other.id === one.subjectId)?.name]
    return [unit, subject].filter(Boolean).join(', ')
  }
  return (
    <Section title={t.problems} count={matrix.problems.length}>
      <ul className={css.problems}>
        {shown.map((one, i) => (
          <li key={`${one.code} ${one.courseId} ${one.classId} ${one.subjectId} ${one.teacherId} ${i}`}>
            <StatusWord tone={tones[one.severity]}><button type="button" onClick={() => onOpen(one)}>{about(one)}</button></StatusWord><span className="muted ellipsis">{t.codes[one.code]?.({ has: hoursText(one.has ?? 0), needs: hoursText(one.needs ?? 0) }) ?? one.code}</span>
          </li>
        ))}
      </ul>
      {matrix.problems.length > shown.length ? <p style={{ marginTop: 8 }}><button type="button" className="link" style={{ background: 'none', border: 0, padding: 0, font: 'inherit', cursor: 'pointer' }} onClick={() => setAll(true)}>{t.more(matrix.problems.length - shown.length)}</button></p> : null}
    </Section>
  )
}
