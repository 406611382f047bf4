/** It takes longer to make one than to use it. */
const segmenter = new Intl.Segmenter();

/** Whether each character is a whole one by itself, and takes one column; most texts are so. */
export function isPlain(text: string): boolean {
	return /^[\u{20}-\u{7E}]*$/v.test(text);
}

/** What readers take for one character, each by itself, since half an emoji is none. */
export function graphemes(text: string): Iterable<string> {
	return isPlain(text) ? text : segmentsOf(text);
}

/** The first whole character; empty where there is none. */
export function firstGrapheme(text: string): string {
	const [first = ''] = graphemes(text);
	return first;
}

function* segmentsOf(text: string): Iterable<string> {
	for (const {segment} of segmenter.segment(text)) {
		yield segment;
	}
}
