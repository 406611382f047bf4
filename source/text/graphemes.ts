/** It takes longer to make one than to use it. */
const segmenter = new Intl.Segmenter();

/** Where each character is a whole one by itself. */
const plain = /^[\u{20}-\u{7E}]*$/v;

/** What readers take for one character, each by itself, since half an emoji is none. */
export function graphemes(text: string): Iterable<string> {
	return plain.test(text) ? text : segmentsOf(text);
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
