import {number, quantity} from '../migration/quantity.ts';
import {type UndoneKind} from '../migration/undo-kept.ts';
import {
	countUndo,
	customersWhoMayStay,
	undoneKinds,
} from '../migration/undo-plan.ts';
import {neutralise} from '../text/neutralise.ts';
import {type PreparedAct} from './services.ts';
import {listOf} from './present/words.ts';

/** What an act comes to, said above its rows: at length, and in short. Its parts stand on rows of their own. */
export function actSummary(act: PreparedAct): {
	readonly whole: readonly string[];
	readonly short: readonly string[];
} {
	switch (act.kind) {
		case 'verify': {
			return verifySummary(act.summary);
		}

		case 'undo': {
			return undoSummary(act);
		}

		case 'invite': {
			return inviteSummary(act);
		}

		case 'follow-up': {
			return followUpSummary(act);
		}
	}
}

type ActOf<Kind extends PreparedAct['kind']> = Extract<
	PreparedAct,
	{readonly kind: Kind}
>;

function verifySummary({
	verdict,
	equal,
	missing,
	unexpected,
	different,
}: ActOf<'verify'>['summary']) {
	const signs = `= ${number(equal)} as they should be   - ${number(missing)} missing   + ${number(unexpected)} not planned   ! ${number(different)} different`;
	const short = `=${number(equal)} -${number(missing)} +${number(unexpected)} !${number(different)}`;
	return {whole: [neutralise(verdict), signs], short: [short]};
}

const kindNouns: Readonly<Record<UndoneKind, string>> = {
	customer: 'account',
	organization: 'organization',
	membership: 'membership',
	'project-link': 'project link',
	'project-access': 'project access',
	group: 'group',
	'group-membership': 'group membership',
	'request-link': 'request link',
};

function undoSummary({plan: {steps, kept}}: ActOf<'undo'>) {
	const counts = countUndo(steps);
	const kinds = [...new Set(Object.values(undoneKinds))].toReversed();
	const parts = kinds
		.filter((kind) => counts[kind] > 0)
		.map((kind) =>
			kind === 'project-access'
				? `${number(counts[kind])} on customer lists`
				: quantity(counts[kind], kindNouns[kind]),
		);
	const goes = parts.length === 0 ? 'nothing' : listOf(parts);
	const unsure = customersWhoMayStay(steps).length;
	const stays =
		kept.length > 0
			? [`Stays: ${quantity(kept.length, 'thing')}; the rows say why.`]
			: unsure === 0
				? ['Everything the run made goes.']
				: [];
	const mayStay =
		unsure === 0
			? []
			: [
					`Of these, ${number(unsure)} may stay: on lists of projects open to everyone.`,
				];
	return {
		whole: [`Goes: ${goes}.`, ...stays, ...mayStay],
		short: [
			`${number(steps.length)} writes; ${number(kept.length)} stay${unsure === 0 ? '' : `, ${number(unsure)} may`}.`,
		],
	};
}

function inviteSummary({plan, choice}: ActOf<'invite'>) {
	const {steps, earlier, knownBefore, helpCenter, destination} = plan;
	const before = earlier.invited + earlier.known + earlier.unknown;
	const address =
		helpCenter ?? `${destination.url}/servicedesk/customer/portals`;
	const chosen = [
		choice.toProject === undefined ? '' : `to ${choice.toProject}`,
		choice.organization === undefined ? '' : `of ${choice.organization}`,
		choice.domain === undefined ? '' : `at ${choice.domain}`,
	].filter((part) => part !== '');
	const whom =
		chosen.length === 0 ? 'everyone the run created' : chosen.join(', ');
	const mails = `${quantity(steps.length, 'mail')}: ${whom}, one a person.`;
	const verb = knownBefore === 1 ? 'needs' : 'need';
	const known =
		knownBefore === 0
			? []
			: [
					`${quantity(knownBefore, 'customer')} had an account before and ${verb} only the address of the help center:`,
				];
	return {
		whole: [
			mails,
			...(before === 0
				? []
				: [`Dealt with earlier, and not mailed again: ${number(before)}.`]),
			...(steps.length === 0
				? []
				: [
						'Jira mails only where Project settings › Customer notifications › Customer invited is on.',
					]),
			...known,
			known.length === 0 ? `Help center: ${address}` : address,
		].map((line) => neutralise(line)),
		short: [neutralise(mails), neutralise(address)],
	};
}

function followUpSummary({plan, items}: ActOf<'follow-up'>) {
	const {newGroup, toCollect, role, access} = plan;
	const done = items.filter(({isDone}) => isDone).length;
	const people = access.flatMap((one) => one.people).length;
	const own = [
		...(newGroup === undefined ? [] : [`make the group ${newGroup}`]),
		...(toCollect.length === 0
			? []
			: [`collect ${quantity(toCollect.length, 'customer')} in it`]),
		...((role?.people.length ?? 0) === 0
			? []
			: [
					`give ${quantity(role?.people.length ?? 0, 'account')} the Customer role`,
				]),
		...(people === 0 ? [] : [`give project access ${number(people)} times`]),
	];
	const byHand = `By hand: ${quantity(items.length, 'thing')}, ${number(done)} ticked off.`;
	const itself =
		own.length === 0
			? 'There is nothing the program can do itself.'
			: `The program can: ${listOf(own)}.`;
	return {
		whole: [neutralise(itself), byHand],
		short: [byHand],
	};
}
