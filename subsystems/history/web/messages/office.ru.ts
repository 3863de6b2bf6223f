/** The history on the start pages of management. */
export const ru = {
  history: 'История изменений',
  subs: { school: 'Кто, что и когда изменил в школе', region: 'Что делали кураторы и администраторы школ', municipality: 'Что делали администраторы школ', federation: 'События вне школ: регионы, кураторы, входы' } as Record<string, string>,
}
