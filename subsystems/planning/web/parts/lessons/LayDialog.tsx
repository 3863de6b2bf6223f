import { Button, Checkbox, Dialog, Empty, showToast } from '@school/ui'
import { keyOf, shortName, useCommand } from '@school/web'
import { useState } from 'react'
import { getCoursePlan, getProgramme, layProgramme, listCoursePlans, type Programme } from '../../../contract/index.ts'
import { tellProblem, useSchoolId, useT } from '../words.ts'

/** On which courses the programme is laid: parallel classes at once. */
export function LayDialog({ programme, onClose }: { programme: Programme; onClose(): void }) {
  const t = useT().lessons
  const schoolId = useSchoolId()
  const mine = programme.fits.filter((one) => one.mine)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(mine.filter((one) => one.laid === 'none').map((one) => one.id)))
  const turn = (id: string) => { const next = new Set(chosen); if (!next.delete(id)) next.add(id); setChosen(next) }
  const lay = useCommand(layProgramme, {
    stale: () => [keyOf(getProgramme, { params: { schoolId, id: programme.id } }), keyOf(listCoursePlans, { params: { schoolId } }), keyOf(getCoursePlan)], onProblem: tellProblem,
    onDone: ({ laid }) => { const over = laid.filter((one) => one.over > 0); showToast({ tone: over.length > 0 ? 'info' : 'ok', text: [t.laidDone(laid.length), ...over.map((one) => t.laidOver(one.group, one.over))].join('. ') }); onClose() },
  })
  return (
    <Dialog open onClose={onClose} title={t.layTitle} foot={mine.length > 0 ? <Button look="primary" busy={lay.isPending} {...(chosen.size === 0 ? { why: t.choose } : {})} onClick={() => lay.mutate({ params: { schoolId, id: programme.id }, body: { courseIds: [...chosen] } })}>{t.lay}</Button> : null}>
      <p className="muted">{t.layText}</p>
      {mine.length === 0 ? <Empty compact>{t.noCourses}</Empty> : mine.map((one) => (
        <Checkbox key={one.id} label={one.group} note={[t.laid[one.laid], t.yearHours(one.hoursYear), one.teachers.map(shortName).join(', ')].filter(Boolean).join(' · ')} checked={chosen.has(one.id)} onChange={() => turn(one.id)} />
      ))}
    </Dialog>
  )
}
