/**
 * [HD12] Words for a place that reads Markdown or HTML, where a picture from elsewhere would tell its owner who reads them
 * and when. A space takes from a tag, and from an image, what makes it one; the words stay readable as they are.
 */
export function withoutImages(text: string): string {
  return text.replace(/<(?=[a-z!/?])/gi, '< ').replace(/!(?=\[)/g, '! ')
}
