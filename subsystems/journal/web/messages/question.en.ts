import type { question as russian } from './question.ru.ts'

/** Questions of families to teachers. */
export const question: typeof russian = {
  title: 'Questions', familySub: 'What you asked teachers and what they answered', schoolSub: 'Parents and pupils ask about marks, absences and homework', all: 'All', waiting: 'Waiting', thread: 'Question', none: 'No questions', noneWaiting: 'Nobody waits for an answer',
  noneOfFamily: 'You have asked nothing yet. Open a mark, an absence or homework in the diary and ask the teacher.', about: { mark: 'Mark', absence: 'Absence', homework: 'Homework', lesson: 'Lesson' }, state: { open: 'waits', answered: 'answered', closed: 'closed' },
  lesson: (n: number) => `lesson ${n}`, openLesson: 'Open the lesson', you: 'You', teacher: 'teacher', family: 'family', onlyRead: 'The teacher of this lesson answers', write: 'Write', send: 'Send', close: 'Close the question', cancel: 'Cancel', ask: 'Ask the teacher', text: 'Your question', hint: 'The teacher, the class teacher and the deputy head will read it', noText: 'Write what you want to know', sent: 'The question was sent to the teacher',
}
