import { ageOn } from '../ages.ts'
import type { StandPerson } from '../persons.ts'
import { html, type Html } from './html.ts'
import { layout } from './layout.ts'
import { messages, type Language } from './messages.ts'

export interface PickerView {
  readonly tx: string
  readonly client: string
  readonly language: Language
  readonly today: Date
  readonly query: string
  /** The group that is shown whole. */
  readonly open: string
  readonly recent: readonly string[]
  readonly persons: readonly StandPerson[]
}

const shownPerGroup = 12
const shownOfSearch = 60

/** The page where one picks who signs in. */
export function pickerPage(view: PickerView): Html {
  const say = messages[view.language]
  const content = html`<p class="over">${say.into(view.client)}</p>
<h1>${say.who}</h1>
<form method="get" action="/login" role="search" class="search">
<input type="hidden" name="tx" value="${view.tx}">
<input type="search" name="q" id="q" value="${view.query}" placeholder="${say.searchShort}" aria-label="${say.search}" autocomplete="off">
<button class="second">${say.find}</button>
</form>
<form method="post" action="/login">
<input type="hidden" name="tx" value="${view.tx}">
<fieldset class="method">
<legend>${say.method}</legend>
<label><input type="radio" name="method" value="PWD" checked><span>${say.password}</span></label>
<label><input type="radio" name="method" value="DS"><span>${say.signature}</span></label>
</fieldset>
<div id="people">${peopleList(view)}</div>
</form>`
  return layout(view.language, say.who, content, 'wide')
}

/** The list alone: what was found, or everybody in order. */
export function peopleList(view: PickerView): Html {
  const say = messages[view.language]
  if (view.persons.length === 0) return html`<p class="empty">${say.noPersons}</p>`
  if (view.query.trim()) return foundPeople(view)
  const recent = view.recent.flatMap((oid) => view.persons.filter((person) => person.oid === oid))
  return html`${section(view, say.recent, recent)}
${section(view, say.featured, view.persons.filter((person) => person.featured))}
${[...grouped(view.persons, (person) => person.school)].map(([school, people]) => schoolSection(view, school, people))}`
}

function foundPeople(view: PickerView): Html {
  const say = messages[view.language]
  const words = plain(view.query).split(' ').filter(Boolean)
  const found = view.persons.filter((person) => words.every((word) => wordsOf(person).includes(word)))
  return html`<p role="status" class="small">${found.length > 0 ? say.found(found.length) : say.nobody}</p>
${section(view, null, found.slice(0, shownOfSearch))}`
}

function schoolSection(view: PickerView, school: string, people: readonly StandPerson[]): Html {
  return html`<section class="school">
<h2>${school}</h2>
${[...grouped(people, (person) => person.group)].map(([group, members]) => groupDetails(view, school, group, members))}
</section>`
}

function groupDetails(view: PickerView, school: string, group: string, members: readonly StandPerson[]): Html {
  const key = `${school}|${group}`
  const whole = view.open === key
  const more = !whole && members.length > shownPerGroup
  const link = `/login?tx=${view.tx}&open=${encodeURIComponent(key)}#open`
  return html`<details ${whole && html`open id="open"`}>
<summary><span>${group}</span> <span class="count">${members.length}</span></summary>
<ul class="people">${(more ? members.slice(0, shownPerGroup) : members).map((person) => row(view, person))}</ul>
${more && html`<a class="more" href="${link}">${messages[view.language].all(members.length)}</a>`}
</details>`
}

function section(view: PickerView, title: string | null, people: readonly StandPerson[]): Html | null {
  if (people.length === 0) return null
  return html`<section>${title !== null && html`<h2>${title}</h2>`}<ul class="people">${people.map((person) => row(view, person, true))}</ul></section>`
}

function row(view: PickerView, person: StandPerson, withSchool = false): Html {
  const say = messages[view.language]
  const age = ageOn(person.birthDate, view.today)
  const place = person.className && !person.label.includes(person.className) && person.className
  const what = [person.label, place, withSchool && person.school, say.age(age)].filter(Boolean).join(' · ')
  const kids = view.persons.filter((one) => person.kids.includes(one.oid))
  return html`<li><button name="oid" value="${person.oid}" class="person">
<span class="name">${person.lastName} ${person.firstName} ${person.middleName}</span>
<span class="what">${unbroken(what)}</span>
${kids.length > 0 && html`<span class="what">${say.children}: ${unbroken(kids.map(named).join('; '))}</span>`}
${person.hint && html`<span class="hint">${unbroken(person.hint)}</span>`}
${tags(person, age, view.language)}
</button></li>`
}

function tags(person: StandPerson, age: number, language: Language): Html | null {
  const say = messages[language]
  const child = age < 14
  const shown = [
    child && html`<span class="tag info">${say.child}</span>`,
    !child && !person.confirmed && html`<span class="tag warn">${say.unconfirmed}</span>`, // a child's account need not be
    person.closed && html`<span class="tag bad">${say.closed}</span>`,
  ].filter(Boolean)
  return shown.length > 0 ? html`<span class="tags">${shown}</span>` : null
}

const named = (kid: StandPerson) => (kid.className ? `${kid.firstName}, ${kid.className}` : kid.firstName)

/** Keeps «№ 12», «7 «Б»» and «41 год» on one line. */
const unbroken = (text: string) => text.replace(/(№|\d) (?=[\d«]|год|лет|year)/g, '$1\u00a0')

function grouped(people: readonly StandPerson[], by: (person: StandPerson) => string): Map<string, StandPerson[]> {
  return Map.groupBy(people, by)
}

const wordsOf = (person: StandPerson) =>
  plain([person.lastName, person.firstName, person.middleName, person.label, person.className, person.group, person.school, person.hint].join(' '))

const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е').replace(/[«»"“”,]/g, '').replace(/\s+/g, ' ').trim()
