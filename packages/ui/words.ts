import { createContext, createElement, useContext, type ReactNode } from 'react'

/** The few words components say by themselves; every other word comes from the page. */
export const ru = {
  product: 'Моя школа', sections: 'Разделы', more: 'Ещё', fold: 'Свернуть', unfold: 'Развернуть', toContent: 'К содержанию',
  close: 'Закрыть', back: 'Назад', clear: 'Очистить', undo: 'Отменить', retry: 'Повторить', showMore: 'Показать ещё',
  waiting: 'Загружается', chooseFile: 'Выбрать файл', dropHere: 'или перетащите сюда', removeFile: 'Убрать файл',
  matches: 'совпало', differs: 'отличается', required: 'обязательно', optional: 'необязательно', selectAll: 'Выбрать все', select: 'Выбрать',
  weight: 'вес', proposal: 'предложена', absence: 'отсутствие', debt: 'долг', notices: 'Уведомления', of: 'из', print: 'Печать',
  step: 'Шаг', done: 'готово', choose: 'Выберите', nothingFound: 'Ничего не нашлось', request: 'Номер обращения', notChosen: 'Не выбрано',
  details: 'Подробности', previous: 'Раньше', next: 'Позже', sortedUp: 'по возрастанию', sortedDown: 'по убыванию',
}
export const en: typeof ru = {
  product: 'Moya Shkola', sections: 'Sections', more: 'More', fold: 'Collapse', unfold: 'Expand', toContent: 'Skip to content',
  close: 'Close', back: 'Back', clear: 'Clear', undo: 'Undo', retry: 'Try again', showMore: 'Show more',
  waiting: 'Loading', chooseFile: 'Choose a file', dropHere: 'or drop it here', removeFile: 'Remove file',
  matches: 'matches', differs: 'differs', required: 'required', optional: 'optional', selectAll: 'Select all', select: 'Select',
  weight: 'weight', proposal: 'proposed', absence: 'absence', debt: 'debt', notices: 'Notifications', of: 'of', print: 'Print',
  step: 'Step', done: 'done', choose: 'Choose', nothingFound: 'Nothing found', request: 'Request number', notChosen: 'Not chosen',
  details: 'Details', previous: 'Earlier', next: 'Later', sortedUp: 'ascending', sortedDown: 'descending',
}
export const uiWords = { ru, en } as const

const Words = createContext<typeof ru>(ru)

/** The words of the components below in the chosen language. */
export const UiWords = ({ language, children }: { language: 'ru' | 'en'; children: ReactNode }) => createElement(Words.Provider, { value: uiWords[language] }, children)

/** What components say by themselves. */
export const useWords = () => useContext(Words)
