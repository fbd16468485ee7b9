/**
 * [HD12] Text for a place that reads Markdown or HTML, where a picture from elsewhere would show its owner who reads it
 * and when. A space breaks the syntax of a tag, and of an image; the words stay readable.
 */
export function withoutImages(text: string): string {
  return text.replace(/<(?=[a-z!/?])/gi, '< ').replace(/!(?=\[)/g, '! ')
}
