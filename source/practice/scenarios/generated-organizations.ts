import {curiousNames} from '../world/names.ts';
import {firstOwnNumber} from '../world/generated-people.ts';
import {type NumberRun} from '../world/number-runs.ts';
import {hash, pick} from '../world/random.ts';

/** How a generated organization of the source stands to the destination. */
export type Twin =
	| 'none'
	| 'identical'
	| 'other-members'
	| 'other-projects'
	| 'other-people'
	| 'spelled-differently';

/** A generated organization. Its members are the people with the numbers `from` up to, but without, `to`. */
export type GeneratedOrganization = {
	readonly name: string;
	readonly from: number;
	readonly to: number;
	/** Some members of the next organization belong here too, so people can be in two. */
	readonly toWithShared: number;
	readonly projects: readonly string[];
	readonly twin: Twin;
};

/**
Organizations of many sizes that share out nine tenths of the generated customers, each linked to at least one project.
One in four has a namesake on the destination.
*/
export function generateOrganizations(options: {
	readonly seed: number;
	readonly count: number;
	readonly customers: number;
	readonly projectKeys: readonly string[];
	readonly sharedProjectKeys: readonly string[];
}): readonly GeneratedOrganization[] {
	const {seed, count, projectKeys, sharedProjectKeys} = options;
	const inOrganizations = customersInOrganizations(options.customers);
	const sizes = Array.from(
		{length: count},
		(_, index) => 1 + (hash(seed, index, 21) % 10) ** 2,
	);
	const total = sizes.reduce((sum, size) => sum + size, 0);
	let before = 0;
	return sizes.map((size, index) => {
		const from = Math.floor((before / total) * inOrganizations);
		before += size;
		const to = Math.floor((before / total) * inOrganizations);
		const twin = twinOf(index);
		return {
			name: organizationName(index),
			from,
			to,
			toWithShared: Math.min(to + 2, inOrganizations),
			projects: projectsOf(
				hash(seed, index, 22),
				twin === 'none' ? projectKeys : sharedProjectKeys,
			),
			twin,
		};
	});
}

/** How many of the generated customers belong to organizations. */
export function customersInOrganizations(customers: number): number {
	return Math.floor(customers * 0.9);
}

/** The numbers of the generated customers who are on the destination too, and of those who are only there. */
export function destinationRuns(
	organizations: readonly GeneratedOrganization[],
	customers: number,
): readonly NumberRun[] {
	const shared: NumberRun[] = [];
	let end = 0;
	for (const organization of organizations) {
		// Where organizations are tiny, the shared members of one may reach into the next but one.
		const from = Math.max(end, organization.from);
		const to = organization.from + sharedMembers(organization);
		if (!(to > from)) {
			continue;
		}

		shared.push({from, count: to - from});
		end = to;
	}

	const inOrganizations = customersInOrganizations(customers);
	const unattached = {
		from: inOrganizations,
		count: Math.floor((customers - inOrganizations) / 2),
	};
	return [
		...shared,
		unattached,
		{from: firstOwnNumber, count: ownCustomers(customers)},
	];
}

/** How many generated customers only the destination has. */
export function ownCustomers(customers: number): number {
	return Math.floor(customers / 10);
}

/** How many of the members are on the destination too, counted from the first. */
export function sharedMembers({
	twin,
	from,
	to,
	toWithShared,
}: GeneratedOrganization): number {
	if (twin === 'other-members') {
		return Math.ceil((to - from) / 2);
	}

	return twin === 'none' || twin === 'other-people' ? 0 : toWithShared - from;
}

/** Companies of many scripts. */
const worldlyNames: readonly string[] = [
	'株式会社さくら商事',
	'北京长城科技有限公司',
	'한빛전자 주식회사',
	'ООО «Ромашка»',
	'شركة النور للتجارة',
	'חברת השלום בע״מ',
	'भारत उद्योग लिमिटेड',
	'Ελληνική Ναυτιλία ΑΕ',
	'บริษัท ไทยดี จำกัด',
	'Żółw & Söhne Çelik A.Ş.',
	'🚀 Rocket Foods 🍕',
];

/** A name no other generated organization has. Some are of the kind that breaks exports and screens. */
export function organizationName(index: number): string {
	if (index % 61 === 17) {
		return nextName(curiousNames, Math.floor(index / 61));
	}

	if (index % 13 === 5) {
		return nextName(worldlyNames, Math.floor(index / 13));
	}

	// The step has no divisor in common with the number of combinations, so no name comes twice.
	const combination = (index * 7919) % combinations;
	const words = [
		pick(firstWords, combination),
		pick(secondWords, Math.floor(combination / firstWords.length)),
		pick(
			lastWords,
			Math.floor(combination / firstWords.length / secondWords.length),
		),
	];
	return [...words, ...(index < combinations ? [] : [String(index)])].join(' ');
}

/** The names in turn; from the second round on they are numbered, since no name may come twice. */
function nextName(names: readonly string[], index: number): string {
	const name = pick(names, index);
	const round = Math.floor(index / names.length);
	return round === 0 ? name : `${name.slice(0, 190)} ${round + 1}`;
}

function twinOf(index: number): Twin {
	if (index % 8 === 3) {
		return 'identical';
	}

	const others: readonly Twin[] = [
		'other-members',
		'other-projects',
		'other-people',
		'spelled-differently',
	];
	return index % 8 === 7 ? pick(others, Math.floor(index / 8)) : 'none';
}

function projectsOf(drawn: number, keys: readonly string[]): readonly string[] {
	const first = pick(keys, drawn);
	const second = pick(keys, Math.floor(drawn / 1000));
	return Math.floor(drawn / 64) % 2 === 0 || first === second
		? [first]
		: [first, second];
}

const firstWords =
	'Amber Aspen Atlas Aurora Baltic Beacon Birch Blue Bright Cedar Cobalt Copper Coral Delta Echo Ember Falcon Fjord Forest Garnet Golden Granite Harbor Horizon Indigo Iron Ivory Jade Juniper Lagoon Lunar Maple Meridian Nordic Oak Ocean Onyx Opal Orchid Pacific Pine Polar Quartz River Saffron Silver Summit Violet'.split(
		' ',
	);
const secondWords =
	'Analytics Apparel Avionics Bakery Biotech Brewing Ceramics Chemicals Consulting Dairy Dental Design Dynamics Electric Energy Farms Finance Foods Freight Garden Glass Hotels Insurance Labs Legal Logistics Marine Media Metals Mining Optics Paper Pharma Press Robotics Security Shipping Solar Textiles Timber'.split(
		' ',
	);
const lastWords = [
	'AB',
	'AG',
	'BV',
	'Co.',
	'GmbH',
	'Group',
	'Inc.',
	'KK',
	'Ltd',
	'Oy',
	'SA',
	'SpA',
];
const combinations = firstWords.length * secondWords.length * lastWords.length;
