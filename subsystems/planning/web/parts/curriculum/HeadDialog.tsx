import { newId } from '@school/contract'
import { Button, Checkbox, Dialog, Form, SelectField, SideBySide, TextField } from '@school/ui'
import { keyOf, useAddress, useCommand, useTo } from '@school/web'
import { useState } from 'react'
import { getCurriculum, listCurricula, putCurriculum, type CurriculumHead, type Standard } from '../../../contract/index.ts'
import { tellProblem, useSchoolId, useT } from '../words.ts'

const spans = { primary: [1, 4], basic: [5, 9], secondary: [10, 11] } as const

/** A new plan after a federal variant, or the name and parameters of one that is there. */
export function HeadDialog({ head, year, standards, onClose }: { head: CurriculumHead | null; year: number; standards: readonly Standard[]; onClose(): void }) {
  const words = useT()
  const t = words.curricula
  const [, go] = useAddress()
  const to = useTo()
  const schoolId = useSchoolId()
  const [id] = useState(head?.id ?? newId())
  const [given, setGiven] = useState({
    name: head?.name ?? '', kind: head?.kind ?? 'class' as CurriculumHead['kind'], level: head?.level ?? 'basic' as CurriculumHead['level'], profile: head?.profile ?? '', weekDays: String(head?.weekDays ?? 5), standard: head?.standard ?? 'basic-5',
    fromGrade: String(head?.fromGrade ?? 5), toGrade: String(head?.toGrade ?? 9), filled: head === null,
  })
  const set = (more: Partial<typeof given>) => setGiven({ ...given, ...more })
  const put = useCommand(putCurriculum, { stale: () => [keyOf(listCurricula, { params: { schoolId } }), keyOf(getCurriculum, { params: { schoolId, id } })], onProblem: tellProblem, onDone: () => { onClose(); if (!head) go(to(`/manage/plans/${id}`)) } })
  const setLevel = (level: string) => { const [from, until] = spans[level as keyof typeof spans]; set({ level: level as CurriculumHead['level'], fromGrade: String(from), toGrade: String(until), standard: standards.find((one) => one.level === level && one.weekDays === Number(given.weekDays))?.key ?? '' }) }
  const send = () => put.mutate({ params: { schoolId, id }, body: { ...given, year, weekDays: Number(given.weekDays), fromGrade: Number(given.fromGrade), toGrade: Number(given.toGrade), basedOn: head?.revision ?? null } })
  const grades = Array.from({ length: 12 }, (_, i) => ({ value: String(i + 1), label: String(i + 1) }))
  return (
    <Dialog open onClose={onClose} title={head ? t.change : t.newPlan} foot={<Button look="primary" busy={put.isPending} {...(given.name.trim().length < 2 ? { why: words.fillAll } : {})} onClick={send}>{words.save}</Button>}>
      <Form onSubmit={send} foot={null}>
        <SelectField label={t.level} value={given.level} onChange={setLevel} options={(['primary', 'basic', 'secondary'] as const).map((one) => ({ value: one, label: t.levels[one] }))} />
        <SideBySide>
          <SelectField label={t.fromGrade} value={given.fromGrade} onChange={(fromGrade) => set({ fromGrade })} options={grades} />
          <SelectField label={t.toGrade} value={given.toGrade} onChange={(toGrade) => set({ toGrade })} options={grades} />
        </SideBySide>
        <TextField label={t.name} value={given.name} onChange={(name) => set({ name })} />
        <SideBySide>
          <SelectField label={t.kind} value={given.kind} onChange={(kind) => set({ kind: kind as CurriculumHead['kind'] })} options={(['class', 'individual', 'home'] as const).map((one) => ({ value: one, label: t.kinds[one] }))} />
          <SelectField label={t.weekDays} value={given.weekDays} onChange={(weekDays) => set({ weekDays })} options={[5, 6].map((n) => ({ value: String(n), label: t.days(n) }))} />
        </SideBySide>
        <TextField label={t.profile} optional value={given.profile} onChange={(profile) => set({ profile })} />
        <SelectField label={t.standard} value={given.standard} onChange={(standard) => set({ standard })} options={[{ value: '', label: t.noStandard }, ...standards.filter((one) => one.level === given.level).map((one) => ({ value: one.key, label: one.title }))]} />
        {head ? null : <Checkbox label={t.fill} checked={given.filled} onChange={(filled) => set({ filled })} />}
      </Form>
    </Dialog>
  )
}
