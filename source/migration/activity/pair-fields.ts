import {type FieldPair} from './planned-activity.ts';
import {type LinkField} from './request-links.ts';

export type PairedFields = {
	readonly pairs: readonly FieldPair[];
	/** Names of source fields without a counterpart. */
	readonly without: readonly string[];
};

/**
Says which field of the source is which on the destination. Numbers of fields differ from site to site, and names are in the language of whoever looks; only types are the same everywhere.
*/
export function pairFields(
	source: readonly LinkField[],
	destination: readonly LinkField[],
): PairedFields {
	const there = Map.groupBy(destination, ({type}) => type);
	const pairs = Map.groupBy(source, ({type}) => type)
		.entries()
		.flatMap(([type, fields]) => pairOfType(fields, there.get(type) ?? []))
		.toArray();
	const paired = new Set(pairs.map(({from}) => from.id));
	return {
		pairs,
		without: source.filter(({id}) => !paired.has(id)).map(({name}) => name),
	};
}

function pairOfType(
	source: readonly LinkField[],
	destination: readonly LinkField[],
): readonly FieldPair[] {
	const named = source.flatMap((from): FieldPair[] => {
		const [to, ...others] = destination.filter((field) =>
			isSameName(from, field),
		);
		const isOnly =
			source.filter((field) => isSameName(from, field)).length === 1;
		return to === undefined || others.length > 0 || !isOnly
			? []
			: [{from, to, certainty: 'certain'}];
	});
	const left = source.filter((field) =>
		named.every(({from}) => from !== field),
	);
	const leftThere = destination.filter((field) =>
		named.every(({to}) => to !== field),
	);

	if (left.length !== leftThere.length) {
		return named;
	}

	const isOnly = source.length === 1 && destination.length === 1;
	const others = byNumber(left).flatMap((from, index): FieldPair[] => {
		const to = byNumber(leftThere)[index];
		return to === undefined
			? []
			: [{from, to, certainty: isOnly ? 'certain' : 'possible'}];
	});
	return [...named, ...others];
}

function isSameName(one: LinkField, other: LinkField): boolean {
	const comparable = ({name}: LinkField) =>
		name.trim().normalize('NFC').toLowerCase();
	return comparable(one) === comparable(other);
}

/** Custom fields in the order in which they were made. */
function byNumber(fields: readonly LinkField[]): readonly LinkField[] {
	const numberOf = ({id}: LinkField) =>
		Number(id.slice(id.lastIndexOf('_') + 1));
	return fields.toSorted((one, other) => numberOf(one) - numberOf(other));
}
