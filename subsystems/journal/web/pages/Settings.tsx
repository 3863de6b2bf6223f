import { Button, DataTable, IconPlus, PageBody, PageHeader, Section, Tag, Waiting, type Column } from '@school/ui'
import { ask, dayText, Loaded, useContextOfPage, useMessages, useQuery } from '@school/web'
import { useState } from 'react'
import { getSettings, type MarkingRule, type WorkType } from '../../contract/index.ts'
import type { ru } from '../messages/ru.ts'
import { RuleDialog } from '../parts/settings/RuleDialog.tsx'
import { WorkTypeDialog } from '../parts/settings/WorkTypeDialog.tsx'

type Open = { what: 'type'; type: WorkType | null } | { what: 'rule'; rule: MarkingRule | null; edition: number }

/** Work types with their weights and the editions of the school's rules of marking. */
export default function Settings() {
  const t = useMessages<typeof ru>('journal')
  const { schoolId } = useContextOfPage()
  const [open, setOpen] = useState<Open | null>(null)
  const query = useQuery(ask(getSettings, { params: { schoolId: schoolId ?? '' } }))
  return (
    <PageBody>
      <PageHeader title={t.settings.title} sub={t.settings.sub} />
      <Loaded query={query} waiting={<Waiting rows={10} height={44} />}>
        {(settings) => (
          <>
            <Section title={t.settings.types} count={settings.workTypes.length} action={settings.can.change ? <Button size="sm" icon={<IconPlus size={18} />} onClick={() => setOpen({ what: 'type', type: null })}>{t.settings.addType}</Button> : undefined}>
              <Types types={settings.workTypes} {...(settings.can.change ? { onOpen: (type: WorkType) => setOpen({ what: 'type', type }) } : {})} />
            </Section>
            <Section title={t.settings.rules} count={settings.rules.length} action={settings.can.change ? <Button size="sm" icon={<IconPlus size={18} />} onClick={() => setOpen({ what: 'rule', rule: null, edition: Math.max(0, ...settings.rules.map((rule) => rule.edition)) + 1 })}>{t.settings.addRule}</Button> : undefined}>
              <p className="muted small">{t.settings.note}</p>
              <RuleTable rules={settings.rules} onOpen={(rule) => setOpen({ what: 'rule', rule, edition: rule.edition })} />
            </Section>
            {open?.what === 'type' ? <WorkTypeDialog key={open.type?.id ?? 'new'} schoolId={schoolId ?? ''} type={open.type} onClose={() => setOpen(null)} /> : null}
            {open?.what === 'rule' ? <RuleDialog key={open.edition} schoolId={schoolId ?? ''} rule={open.rule} like={settings.rules.find((rule) => rule.inForce) ?? null} edition={open.edition} today={settings.today} mayChange={settings.can.change && (open.rule?.can.change ?? true)} onClose={() => setOpen(null)} /> : null}
          </>
        )}
      </Loaded>
    </PageBody>
  )
}

function Types({ types, onOpen }: { types: readonly WorkType[]; onOpen?: (type: WorkType) => void }) {
  const t = useMessages<typeof ru>('journal')
  const columns: Column<WorkType>[] = [
    { key: 'name', head: t.settings.name, names: true, cell: (type) => <span className={type.archived ? 'muted' : ''}>{type.name} {type.archived ? <Tag>{t.settings.archive}</Tag> : null}</span> },
    { key: 'short', head: t.settings.short, width: '110px', cell: (type) => type.shortName },
    { key: 'weight', head: t.settings.weight, align: 'right', width: '80px', cell: (type) => type.weight },
    { key: 'scale', head: t.settings.scale, width: '170px', hidePhone: true, cell: (type) => t.settings[type.scale] },
    { key: 'control', head: t.settings.control, width: '180px', hidePhone: true, cell: (type) => type.isControl ? t.settings.control : '' },
  ]
  return <DataTable caption={t.settings.types} columns={columns} rows={types.toSorted((a, b) => Number(a.archived) - Number(b.archived) || a.sort - b.sort)} rowKey={(type) => type.id} empty={t.settings.noTypes} density="reading" {...(onOpen ? { onOpen } : {})} />
}

function RuleTable({ rules, onOpen }: { rules: readonly MarkingRule[]; onOpen: (rule: MarkingRule) => void }) {
  const t = useMessages<typeof ru>('journal')
  const columns: Column<MarkingRule>[] = [
    { key: 'edition', head: t.settings.edition, width: '96px', cell: (rule) => rule.edition },
    { key: 'title', head: t.settings.ruleName, names: true, cell: (rule) => <>{rule.title} {rule.inForce ? <Tag tone="ok">{t.settings.inForce}</Tag> : null}</> },
    { key: 'from', head: t.settings.from, width: '180px', cell: (rule) => dayText(rule.validFrom, { year: 'always' }) },
    { key: 'average', head: t.settings.averaging, width: '200px', hidePhone: true, cell: (rule) => `${rule.averaging === 'weighted' ? t.settings.weightedShort : t.settings.plainShort}, ${t.settings.roundShort(rule.roundUpFrom)}` },
  ]
  return <DataTable caption={t.settings.rules} columns={columns} rows={rules.toSorted((a, b) => b.edition - a.edition)} rowKey={(rule) => String(rule.edition)} empty={t.settings.noRules} density="reading" onOpen={onOpen} />
}
