import type { StandPerson } from '../persons.ts'
import { html, type Html } from './html.ts'
import { layout } from './layout.ts'
import { messages, type Language } from './messages.ts'

export interface ConsentView {
  readonly tx: string
  readonly client: string
  readonly scope: string
  readonly person: StandPerson
  readonly language: Language
}

/** The page that asks a person whether the client may have the data. */
export function consentPage({ tx, client, scope, person, language }: ConsentView): Html {
  const say = messages[language]
  const content = html`<p class="over">${person.lastName} ${person.firstName} ${person.middleName}</p>
<h1>${say.consentTitle}</h1>
<p>${say.consentAsks(client)}</p>
<ul class="scopes">${scope.split(' ').map((one) => html`<li>${say.scopes[one] ?? one}</li>`)}</ul>
<form method="post" action="/consent" class="decision">
<input type="hidden" name="tx" value="${tx}">
<button name="decision" value="allow" class="primary">${say.allow}</button>
<button name="decision" value="deny" class="second">${say.deny}</button>
</form>
<p class="small">${say.consentNote}</p>`
  return layout(language, say.consentTitle, content)
}
