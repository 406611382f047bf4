import {type Report} from '../../migration/report.ts';

/** One thing to do, for everyone and everything it has to be done for. */
export type FollowUp = {
	readonly problem: string;
	readonly nextStep: string;
	/** Emails or names, untrusted. */
	readonly subjects: readonly string[];
};

/** What is left to do after a run, the most frequent first. */
export function followUps(report: Report): readonly FollowUp[] {
	const found = new Map<string, FollowUp & {readonly subjects: string[]}>();

	for (const {subject, problem, nextStep} of openThings(report)) {
		const key = `${problem}\n${nextStep}`;
		const known = found.get(key);

		if (known === undefined) {
			found.set(key, {problem, nextStep, subjects: [subject]});
		} else {
			known.subjects.push(subject);
		}
	}

	return found
		.values()
		.toArray()
		.toSorted((a, b) => b.subjects.length - a.subjects.length);
}

function* openThings(report: Report): Generator<{
	readonly subject: string;
	readonly problem: string;
	readonly nextStep: string;
}> {
	for (const row of report.customers()) {
		const {email, name, problem, nextStep = ''} = row;

		if (problem !== undefined) {
			yield {subject: email === '' ? name : email, problem, nextStep};
		}
	}

	for (const {name, problem, nextStep = ''} of report.organizations()) {
		if (problem !== undefined) {
			yield {subject: name, problem, nextStep};
		}
	}
}
