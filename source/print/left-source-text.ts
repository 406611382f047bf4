import {type Plan} from '../migration/plan.ts';
import {quantity} from '../migration/quantity.ts';
import {neutralise} from '../text/neutralise.ts';

/** Rows shown of each kind; `--json` has all. */
const rowsShown = 20;

/** What has left the source since an earlier copy, in lines of plain text; none where nothing has. */
export function leftSourceText({
	leftSource,
	source,
	destination,
}: Plan): readonly string[] {
	const {customers, organizations, memberships} = leftSource;
	const parts = [
		[customers.length, 'customer'],
		[organizations.length, 'organization'],
		[memberships.length, 'membership'],
	] as const;
	const counts = parts
		.filter(([count]) => count > 0)
		.map(([count, noun]) => quantity(count, noun));

	return counts.length === 0
		? []
		: [
				`Left ${neutralise(source.name)} since an earlier copy, and stay on ${neutralise(destination.name)}: ${counts.join(', ')}.`,
				...some(customers.map(({email}) => `customer ${email}`)),
				...some(organizations.map(({name}) => `organization ${name}`)),
				...some(
					memberships.map(({email, name}) => `member ${email} of ${name}`),
				),
			];
}

function some(rows: readonly string[]): readonly string[] {
	const more = rows.length - rowsShown;
	return [
		...rows.slice(0, rowsShown).map((row) => `  ${neutralise(row)}`),
		...(more > 0 ? [`  … and ${quantity(more, 'row')} more`] : []),
	];
}
