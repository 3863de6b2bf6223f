import type { StandOrganisation, StandPerson } from './persons.ts'

/** A person's record as far as the scopes allow. */
export const personRecord = (person: StandPerson, scopes: ReadonlySet<string>) => ({
  stateFacts: ['EntityRoot'],
  ...namesAndDates(person, scopes, ''),
  trusted: person.confirmed,
  citizenship: 'RUS',
  status: person.closed ? 'DELETED' : 'REGISTERED',
  verifying: false,
  updatedOn: 1_700_000_000,
  eTag: `P${person.oid}`,
})

/** A child's record as far as the `kid_` scopes allow. */
export const kidRecord = (kid: StandPerson, scopes: ReadonlySet<string>) => ({
  id: kid.oid,
  ...namesAndDates(kid, scopes, 'kid_'),
  trusted: kid.confirmed,
  eTag: `K${kid.oid}`,
})

/** What a person is in an organisation. */
export const roleRecord = (person: StandPerson, organisation: StandOrganisation) => ({
  oid: organisation.oid,
  prnOid: person.oid,
  fullName: organisation.fullName,
  shortName: organisation.shortName,
  ogrn: organisation.ogrn,
  type: organisation.type ?? 'LEGAL',
  chief: organisation.chief ?? false,
  admin: organisation.admin ?? false,
  active: organisation.active ?? true,
  hasRightOfSubstitution: false,
  hasApprovalTabAccess: false,
  isLiquidated: organisation.liquidated ?? false,
})

export const organisationRecord = (organisation: StandOrganisation) => ({
  stateFacts: ['Identifiable'],
  oid: organisation.oid,
  fullName: organisation.fullName,
  shortName: organisation.shortName,
  ogrn: organisation.ogrn,
  type: organisation.type ?? 'LEGAL',
  isLiquidated: organisation.liquidated ?? false,
})

/** Contacts as far as the scopes allow. */
export const contactRecords = (person: StandPerson, scopes: ReadonlySet<string>) => [
  ...(scopes.has('email') && person.email ? [{ id: `${person.oid}1`, type: 'EML', value: person.email, vrfStu: 'VERIFIED' }] : []),
  ...(scopes.has('mobile') && person.mobile ? [{ id: `${person.oid}2`, type: 'MBT', value: person.mobile, vrfStu: 'VERIFIED' }] : []),
]

/** A collection: links, or the things themselves where the request embeds them. */
export const collection = (elements: readonly unknown[], links: readonly string[], embedded: boolean) => ({
  stateFacts: ['hasSize'],
  size: elements.length,
  eTag: `S${elements.length}`,
  elements: embedded ? elements : links,
})

function namesAndDates(person: StandPerson, scopes: ReadonlySet<string>, prefix: '' | 'kid_') {
  const [year, month, day] = person.birthDate.split('-')
  return {
    ...(scopes.has(`${prefix}fullname`)
      ? { firstName: person.firstName, lastName: person.lastName, ...(person.middleName ? { middleName: person.middleName } : {}) }
      : {}),
    ...(scopes.has(`${prefix}birthdate`) ? { birthDate: `${day}.${month}.${year}` } : {}),
    ...(scopes.has(`${prefix}gender`) ? { gender: person.gender } : {}),
    ...(scopes.has(`${prefix}snils`) && person.snils ? { snils: dashed(person.snils) } : {}),
  }
}

const dashed = (snils: string) => snils.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1-$2-$3 $4')
