import { Button, Row, Rows, Tag } from '@school/ui'
import { dayDigits, dayText, useTo } from '@school/web'
import { useState } from 'react'
import type { Enrolment } from '../../contract/enrolment.ts'
import type { PersonCard } from '../../contract/people.ts'
import { EnrolDialog } from './EnrolDialog.tsx'
import { TransferDialog, WithdrawDialog } from './MoveDialogs.tsx'
import { useT } from './words.ts'

type Act = { readonly kind: 'transfer' | 'withdraw'; readonly enrolment: Enrolment } | { readonly kind: 'return' }

/** The classes of a pupil from the present one back, each with its order; the present one can be moved or ended. */
export function EnrolmentRows({ person }: { person: PersonCard }) {
  const t = useT()
  const to = useTo()
  const [act, setAct] = useState<Act | null>(null)
  const close = () => setAct(null)
  const isHere = person.enrolments.some((one) => one.validTo === null)
  const told = (one: Enrolment) => [
    `${t.begun[one.begunBy]} ${dayText(one.validFrom)}`, one.orderNumber ? t.order(one.orderNumber, one.orderDate ? dayDigits(one.orderDate) : '') : null,
    one.validTo ? `${t.reasons[one.endReason ?? 'other']} ${dayText(one.validTo)}` : null, one.endOrderNumber ? t.order(one.endOrderNumber, one.endOrderDate ? dayDigits(one.endOrderDate) : '') : null,
  ].filter(Boolean).join(', ')
  return (
    <>
      <Rows>
        {person.enrolments.map((one) => (
          <Row key={one.id} top title={<a className="link" href={to(`/manage/classes/${one.classId}`)}>{one.className}</a>} sub={person.detail === 'all' ? told(one) : t.since(dayText(one.validFrom))}
            end={one.can.change ? <span className="row"><Button look="text" size="sm" flush onClick={() => setAct({ kind: 'transfer', enrolment: one })}>{t.transfer}</Button><Button look="danger" size="sm" flush onClick={() => setAct({ kind: 'withdraw', enrolment: one })}>{t.withdraw}</Button></span> : one.validTo ? <Tag>{t.closed}</Tag> : null} />
        ))}
      </Rows>
      {!isHere && person.can.correct ? <Button size="sm" onClick={() => setAct({ kind: 'return' })}>{t.enrol}</Button> : null}
      {act?.kind === 'transfer' ? <TransferDialog enrolment={act.enrolment} onClose={close} /> : null}
      {act?.kind === 'withdraw' ? <WithdrawDialog enrolment={act.enrolment} onClose={close} /> : null}
      {act?.kind === 'return' ? <EnrolDialog known={person} onClose={close} /> : null}
    </>
  )
}
