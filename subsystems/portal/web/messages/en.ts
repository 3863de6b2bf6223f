import type { ru } from './ru.ts'
import { en as office } from './office.en.ts'

export const en: typeof ru = {
  ...office,
  brand: 'Моя школа', motto: 'Lessons, the diary and school news in one place', signIn: 'Sign in through Gosuslugi', signInHint: 'For teachers, parents and pupils. A confirmed Gosuslugi account is needed, no separate password.',
  forWhom: [['For pupils', 'Lessons of today, homework for tomorrow and new marks'], ['For parents', 'All children on one screen: marks, absences, homework'], ['For teachers', 'Conduct a lesson without leaving one page'], ['For schools', 'The timetable itself becomes lessons, journal and diary']],
  region: 'Region', wholeCountry: 'The whole country', light: 'Light look', dark: 'Dark look', vision: 'For low vision', usual: 'Usual look',
  news: 'News', newsSub: 'Of the school, the municipality, the region and the country', questions: 'Questions and answers', links: 'Useful links', contacts: 'Support', allNews: 'All news', important: 'important', beside: 'Beside', home: 'Home',
  empty: { news: 'News of the school, the region and the country will appear here', question: 'Questions and answers will appear here', link: 'Useful links will appear here', contact: 'Contacts of support will appear here' },
  kinds: { news: 'News', question: 'Questions and answers', link: 'Links', contact: 'Contacts' },
  levels: { federation: 'Seen by the whole country', region: 'Seen by the whole region', municipality: 'Seen by the whole municipality', school: 'Seen in the school' }, manage: 'Management', none: 'Nothing yet. The first entry will appear here as soon as you add it.',
  add: { news: 'Add news', question: 'Add a question', link: 'Add a link', contact: 'Add a contact' }, edit: 'Change', save: 'Save', publish: 'Publish', saveDraft: 'Save the draft', saved: 'Saved', remove: 'Delete', keep: 'Keep', removeText: (title) => `“${title}” will vanish for all readers`, removed: 'Deleted',
  title: 'Title', titleNeeded: 'Write a title', text: 'Text', answer: 'Answer', textHint: 'An empty line begins a paragraph, “- ” at the start of a line makes a list, **so** is bold, [words](https://…) become a link', preview: 'How it will look', href: 'Address', hrefHint: 'https://…, mailto:… or tel:…', pinned: 'Keep on top as important', from: 'Show from', to: 'to', isPublished: 'Published', published: 'published', draft: 'draft', waits: (day) => `from ${day}`, over: 'no longer shown',
  audience: 'For whom', everyone: 'Everyone', staff: 'Staff', families: 'Pupils and parents', chosen: 'Chosen roles',
  problem: { 'portal.changed_meanwhile': 'While you were writing, somebody else changed this. Open the entry again.', 'portal.dates_wrong': 'The last day is before the first', 'portal.link_needed': 'Give the address of the link' },
}
