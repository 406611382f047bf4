import {number, quantity} from '../migration/quantity.ts';
import {followUpWrites} from '../migration/plan-follow-up.ts';
import {countUndo} from '../migration/undo-plan.ts';
import {neutralise} from '../text/neutralise.ts';
import {type ActKind, type PreparedAct} from './services.ts';

type Words = {
	readonly title: string;
	/** While it is prepared. */
	readonly preparing: string;
	/** While it is carried out. */
	readonly working: string;
	/** A word or two for the key that leads to the question. */
	readonly verb: string;
};

/** How each act is spoken of. */
export const actWords: Readonly<Record<ActKind, Words>> = {
	verify: {
		title: 'Verify again',
		preparing: 'Comparing the destination with what the run did…',
		working: '',
		verb: '',
	},
	undo: {
		title: 'Undo',
		preparing: 'Reading how others use by now what the run made…',
		working: 'Taking back what the run made, newest first…',
		verb: 'undo',
	},
	invite: {
		title: 'Invite',
		preparing: 'Finding out whom to invite…',
		working: 'Mailing one after the other, about two a second…',
		verb: 'invite',
	},
	'follow-up': {
		title: 'Follow up',
		preparing: 'Reading what is left to do…',
		working: 'Giving groups, roles and access…',
		verb: 'do it',
	},
};

/** How many people and things an act is about. */
export function actSize(act: PreparedAct): number {
	switch (act.kind) {
		case 'verify': {
			return 0;
		}

		case 'undo': {
			return Object.values(countUndo(act.plan.steps)).reduce(
				(sum, count) => sum + count,
				0,
			);
		}

		case 'invite': {
			return act.plan.steps.length;
		}

		case 'follow-up': {
			const {newGroup, toCollect, role, access} = act.plan;
			return (
				Number(newGroup !== undefined) +
				toCollect.length +
				(role?.people.length ?? 0) +
				access.reduce((sum, {people}) => sum + people.length, 0)
			);
		}
	}
}

/** What is asked before an act writes, and what has to be typed; a plain yes will do where nothing has. */
export type Confirmation = {
	/** What to know, then what to type, each on rows of its own. */
	readonly words: readonly string[];
	readonly answer?: string;
	/** Says yes, where nothing has to be typed. */
	readonly yes: string;
};

export function confirmationOf(act: PreparedAct): Confirmation {
	const name = neutralise(act.destination);

	switch (act.kind) {
		case 'verify': {
			return {words: [], yes: ''};
		}

		case 'undo': {
			const writes = quantity(act.plan.steps.length, 'write');
			return {
				words: [
					`${writes} on ${name}. Deleted accounts can’t be brought back.`,
					`To undo, type its name: ${name}`,
				],
				answer: act.destination,
				yes: 'undo',
			};
		}

		case 'invite': {
			const {length} = act.plan.steps;
			return {
				words: [
					`${quantity(length, 'mail')} from ${name}. Mail can’t be called back.`,
					`To send, type the number: ${number(length)}`,
				],
				answer: String(length),
				yes: 'send',
			};
		}

		case 'follow-up': {
			const writes = quantity(followUpWrites(act.plan), 'write');
			return {
				words: [
					`${writes} on ${name}: groups, their members and project access. Nobody is mailed.`,
				],
				yes: `Yes, do it on ${name}`,
			};
		}
	}
}

/** Whether what was typed confirms. Numbers may have their separators. */
export function isConfirmedBy(
	{answer = ''}: Confirmation,
	typed: string,
): boolean {
	const text = typed.trim();
	return (
		text === answer.trim() ||
		(/^\d+$/v.test(answer) && text.replaceAll(',', '') === answer)
	);
}

/** Why an act can't be carried out, or undefined where it can. */
export function actObstacle(act: PreparedAct): string | undefined {
	switch (act.kind) {
		case 'verify': {
			return 'A verification only looks; there is nothing to carry out.';
		}

		case 'undo': {
			return act.plan.steps.length === 0
				? 'Nothing is left to take back.'
				: undefined;
		}

		case 'invite': {
			return act.plan.steps.length === 0
				? 'There is nobody to mail.'
				: undefined;
		}

		case 'follow-up': {
			return followUpWrites(act.plan) === 0
				? 'There is nothing the program can do itself.'
				: undefined;
		}
	}
}
