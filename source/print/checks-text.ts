import {explainDifference} from '../migration/explain-difference.ts';
import {quantity, number} from '../migration/quantity.ts';
import {
	type Check,
	type Verification,
	isDifference,
} from '../migration/verification.ts';
import {neutralise} from '../text/neutralise.ts';

/** Rows shown in plain text; the file and `--json` have all. */
const rowsShown = 50;

/** What a second look at the destination found, in lines of plain text. */
export function verificationText({
	equal,
	differences,
}: Verification): readonly string[] {
	const more = differences.length - rowsShown;
	return [
		`  = ${number(equal)} as they should be`,
		...differences
			.slice(0, rowsShown)
			.map((difference) => `  ${checkText(difference)}`),
		...(more > 0 ? [`  … and ${quantity(more, 'row')} more`] : []),
	];
}

/** Everything that was looked at, a line for each thing, in pieces: it begins with `=`, `-`, `+` or `!`. */
export function* checksText(checks: readonly Check[]): Generator<string> {
	for (const check of checks) {
		yield `${checkText(check)}\n`;
	}
}

function checkText(check: Check): string {
	const {sign, what, subject, place} = check;
	const row = `${sign} ${what} ${subject}`;

	return isDifference(check)
		? neutralise(`${row}: ${explainDifference(check)}`)
		: neutralise(place === undefined ? row : `${row}: ${place}`);
}
