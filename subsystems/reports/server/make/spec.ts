import type { Read } from '@school/server'
import type { ReportTable } from '../../contract/index.ts'
import type { Frame, Span } from '../frame/frame.ts'
import type { Words } from '../words/words.ts'

/** What a report is asked about, checked and named. */
export interface Asked {
  readonly frame: Frame
  readonly span: Span
  readonly day: string
  readonly least: number
  readonly classId: string | null
  readonly teacherId: string | null
  readonly words: Words
}

/** One report of the catalogue: what it is about, what it asks for, and how its tables are made. */
export interface ReportSpec {
  readonly key: string
  readonly of: 'class' | 'teacher' | 'school'
  readonly asks: readonly ('period' | 'day' | 'least')[]
  /** Without a wish it is asked of the last period that is over. */
  readonly ended?: true
  make(read: Read, asked: Asked): Promise<readonly ReportTable[]>
}
