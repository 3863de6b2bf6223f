/** News and links on the start pages of management. */
export const ru = {
  items: 'Новости и ссылки',
  itemsSub: 'Новости, вопросы и ответы, полезные ссылки, контакты',
}
