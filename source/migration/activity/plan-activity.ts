import {countBy} from '../count-by.ts';
import {type Account, type DestinationSnapshot} from '../model.ts';
import {type Plan} from '../plan.ts';
import {sum} from '../sum.ts';
import {type ReadonlyTextMap} from '../text-map.ts';
import {
	type ActivitySnapshot,
	type ProjectActivity,
} from './activity-snapshot.ts';
import {ContentCount} from './content-count.ts';
import {type RequestPair} from './pair-requests.ts';
import {namedThere} from './named-there.ts';
import {findPlaceholders} from './placeholders.ts';
import {
	type LeftField,
	type PlannedActivity,
	type PlannedEdit,
	type PlannedRequest,
	pairings,
} from './planned-activity.ts';
import {type FieldComparison, compareField} from './compare-field.ts';
import {Whereabouts} from './whereabouts.ts';

/**
Plans which customers and organizations are set in requests that the destination has already. A field is only filled where it is empty, or holds a former user or a placeholder; what someone else set stays.
*/
export function planActivity(
	plan: Plan,
	{fields, fieldsWithout, projects}: ActivitySnapshot,
	destination: Pick<DestinationSnapshot, 'accounts' | 'organizations'> & {
		readonly byId: ReadonlyTextMap<Account>;
	},
): PlannedActivity {
	const {proposed, placeholders} = plan.choices;
	const isProposedTaken = proposed === 'link';
	const whereabouts = new Whereabouts(plan, destination.byId);
	const {ids} = findPlaceholders(placeholders, destination.accounts);
	const content = new ContentCount(plan);
	const requests: PlannedRequest[] = [];
	const left: LeftField[] = [];
	let present = 0;
	const taken = fields.filter(
		({certainty}) => certainty === 'certain' || isProposedTaken,
	);

	const comparePair = (pair: RequestPair, project: ProjectActivity) => {
		const setting = {project, whereabouts, placeholders: ids};
		const compared = taken.map((field) => compareField(field, pair, setting));
		const {edits, withoutRight} = editsOf(compared, project);
		content.note(pair);
		present += sum(compared.map((one) => one.present));
		left.push(
			...compared.flatMap((one) => one.left),
			...withoutRight.map((edit) => leftWithoutRight(edit, pair)),
		);

		if (edits.length > 0) {
			requests.push(plannedRequest(pair, project, edits));
		}
	};

	for (const project of projects) {
		const surely = project.pairs.filter(
			({pairing}) => pairing === 'confirmed' || isProposedTaken,
		);

		for (const pair of surely) {
			comparePair(pair, project);
		}
	}

	const pairs = projects.flatMap((project) => project.pairs);
	return {
		fields,
		fieldsWithout,
		read: {
			source: sum(projects.map(({read}) => read.source)),
			destination: sum(projects.map(({read}) => read.destination)),
		},
		pairs: countBy(pairings, pairs, ({pairing}) => pairing),
		present,
		requests,
		left,
		there: namedThere({requests, left}, destination),
		proposed: isProposedTaken
			? []
			: pairs
					.filter(({pairing}) => pairing !== 'confirmed')
					.map(({from, to, pairing}) => ({
						from: from.key,
						to: to.key,
						pairing,
					})),
		content: content.found(),
	};
}

function editsOf(
	compared: readonly FieldComparison[],
	{canEdit}: ProjectActivity,
): {
	readonly edits: readonly PlannedEdit[];
	readonly withoutRight: readonly PlannedEdit[];
} {
	const edits = compared.flatMap(({edit}) => edit ?? []);
	return canEdit ? {edits, withoutRight: []} : {edits: [], withoutRight: edits};
}

function leftWithoutRight(
	{field, before, former, add}: PlannedEdit,
	{from, to}: RequestPair,
): LeftField {
	return {
		from: from.key,
		to: to.key,
		field,
		why: 'no-right',
		named: add,
		before,
		...(former && {former}),
	};
}

function plannedRequest(
	{from, to, pairing}: RequestPair,
	{project}: ProjectActivity,
	edits: readonly PlannedEdit[],
): PlannedRequest {
	return {from: from.key, to: to.key, project, pairing, edits};
}
