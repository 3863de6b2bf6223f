// not messages: the very words that a person signs, kept with the signature
import { normalSnils, printSnils } from '@school/contract'
import type { SignedAct, StepUpOperation } from '../../contract/step-up.ts'

interface Named { readonly last_name: string; readonly first_name: string; readonly middle_name: string | null; readonly snils: string | null }
export interface ToSign {
  readonly operation: StepUpOperation
  readonly aboutId: string
  /** What the act is about in words, where it has a name. */
  readonly place: string | null
  readonly signer: Named | undefined
  readonly act?: SignedAct
  readonly at: Date
  readonly number: string
}

const titles: Record<StepUpOperation, string> = {
  appointRegionalCurator: 'Назначаю куратора региона', appointMunicipalCurator: 'Назначаю куратора муниципалитета', appointAdministrator: 'Назначаю администратора школы',
  releaseCurator: 'Освобождаю куратора', releaseAdministrator: 'Освобождаю администратора школы',
}
const places: Record<StepUpOperation, string> = {
  appointRegionalCurator: 'Регион', appointMunicipalCurator: 'Муниципалитет', appointAdministrator: 'Школа', releaseCurator: 'Кого', releaseAdministrator: 'Администратор',
}
const moscow = new Intl.DateTimeFormat('ru-RU', { timeZone: 'Europe/Moscow', dateStyle: 'long', timeStyle: 'medium' })

/** The document of an act: the same facts give the same bytes; lines end with one line feed, the last one too. */
export function textToSign({ operation, aboutId, place, signer, act, at, number }: ToSign): string {
  const who = act?.who
  const name = who ? [who.lastName, who.firstName, who.middleName].filter(Boolean).join(' ') : null
  const lines: [string, string | null | undefined][] = [
    [places[operation], place ?? aboutId],
    ['Кого', who && `${name}, СНИЛС ${printSnils(normalSnils(who.snils))}, дата рождения ${who.birthDate.split('-').reverse().join('.')}`],
    ['Основание', act?.basis?.trim()],
    ['Причина', act?.reason?.trim()],
    ['Подписывает', signer && [[signer.last_name, signer.first_name, signer.middle_name].filter(Boolean).join(' '), signer.snils && `СНИЛС ${printSnils(normalSnils(signer.snils))}`].filter(Boolean).join(', ')],
    ['Время', `${moscow.format(at)} (Москва)`],
    ['Запись', aboutId],
    ['Номер', number],
  ]
  return `${titles[operation]}\n\n${lines.filter(([, value]) => value).map(([label, value]) => `${label}: ${value!.replaceAll(/\s+/g, ' ')}\n`).join('')}`
}
