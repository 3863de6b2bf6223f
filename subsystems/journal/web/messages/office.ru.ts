/** The rules of marking on the start page of management. */
export const ru = {
  office: 'Виды работ и правила отметок', officeNote: 'Веса, округление, сколько отметок нужно',
}
