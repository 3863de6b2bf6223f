/** The journal on the pages of management, of a class and of a pupil. */
export const ru = {
  office: 'Виды работ и правила отметок', officeNote: 'Веса, округление, сколько отметок нужно',
  closing: 'Закрытие периодов', closingNote: 'Итоговые отметки, что не заполнено, исправления',
  finals: 'Итоговые отметки', finalsNote: 'Ведомость класса по предметам', days: 'Посещение по дням', daysNote: 'Отметить весь день сразу, указать причины', help: 'Кому нужна помощь', helpNote: 'Падает средний, не хватает одной отметки, мало отметок',
  diary: { title: 'Дневник', week: 'Неделя', marks: 'Отметки', absences: 'Пропуски' },
}
