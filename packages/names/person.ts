import { ageOf, firstNames } from './first-names.ts'
import { patronymic, turkicPatronymic } from './patronymics.ts'
import { pickWeighted, type Random } from './random.ts'
import { femaleSurname, surnames, type Gender, type Origin, type Surname } from './surnames.ts'

export type NamedPerson = {
  lastName: string
  firstName: string
  /** Absent for the few who have none. */
  middleName: string | null
  gender: Gender
  /** 'YYYY-MM-DD' */
  birthDate: string
  origin: Origin
  /** The family's surname in its male form. */
  family: string
}
export type Wish = { birthYear: number; gender?: Gender; /** the family's surname */ surname?: Surname; /** the father's first name */ father?: string; /** first names the family has already given */ taken?: readonly string[] }
export type Family = { father: NamedPerson; mother: NamedPerson; children: NamedPerson[] }

/** A person whose name fits the year of birth, the gender and the family. */
export function makePerson(random: Random, wish: Wish): NamedPerson {
  const gender = wish.gender ?? (random() < 0.5 ? 'male' : 'female')
  const surname = wish.surname ?? pickWeighted(random, surnames, (one) => one.weight)
  const firstName = pickFirstName(random, gender, surname.origin, wish.birthYear, wish.taken ?? [])
  const father = wish.father ?? pickFirstName(random, 'male', surname.origin, wish.birthYear - 28, [])
  return {
    lastName: gender === 'male' ? surname.male : femaleSurname(surname.male), firstName, middleName: middleNameOf(random, father, gender, surname),
    gender, birthDate: dayIn(random, wish.birthYear), origin: surname.origin, family: surname.male,
  }
}

/** Parents and their children: one family name, patronymics after the father, no first name given twice. Some mothers keep their own surname. */
export function makeFamily(random: Random, childBirthYears: readonly number[]): Family {
  const eldest = Math.min(...childBirthYears)
  const surname = pickWeighted(random, surnames, (one) => one.weight)
  const father = makePerson(random, { birthYear: eldest - 24 - Math.floor(random() * 14), gender: 'male', surname })
  const keepsOwn = random() < 0.12
  const mother = makePerson(random, { birthYear: eldest - 22 - Math.floor(random() * 12), gender: 'female', ...(keepsOwn ? {} : { surname }) })
  const children: NamedPerson[] = []
  for (const birthYear of childBirthYears)
    children.push(makePerson(random, { birthYear, surname, father: father.firstName, taken: children.map((child) => child.firstName) }))
  return { father, mother, children }
}

/** Tatar and Caucasian families mostly choose from names of their own, the others from the common list. */
function pickFirstName(random: Random, gender: Gender, origin: Origin, birthYear: number, taken: readonly string[]): string {
  const list = origin === 'slavic' || origin === 'korean' || random() < 0.35 ? 'slavic' : origin
  const age = ageOf(birthYear)
  const free = firstNames.filter((one) => one.gender === gender && one.origin === list && !taken.includes(one.name))
  return pickWeighted(random, free, (one) => one.weights[age]!).name
}

function middleNameOf(random: Random, father: string, gender: Gender, surname: Surname): string | null {
  const luck = random()
  if (luck < (surname.origin === 'slavic' ? 0.002 : 0.04)) return null
  const turkic = surname.origin === 'caucasus' && /(ов|ев)$/.test(surname.male) && luck > 0.75
  return turkic ? turkicPatronymic(father, gender) : patronymic(father, gender)
}

function dayIn(random: Random, year: number): string {
  return new Date(Date.UTC(year, 0, 1 + Math.floor(random() * 365))).toISOString().slice(0, 10)
}
