import {PracticeOptionsError} from '../practice-options-error.ts';
import {acme} from './acme.ts';
import {firstSteps} from './first-steps.ts';
import {flaky, huge, large} from './grown.ts';
import {mismatched} from './mismatched.ts';
import {type Scenario} from './story.ts';

const scenarios: readonly Scenario[] = [
	acme,
	firstSteps,
	mismatched,
	large,
	huge,
	flaky,
];

/** What each scenario is about, by name. */
export const practiceScenarios: Readonly<Record<string, string>> =
	Object.fromEntries(scenarios.map(({name, about}) => [name, about]));

export function findScenario(name: string): Scenario {
	const scenario = scenarios.find((each) => each.name === name);
	if (!scenario) {
		const names = scenarios.map((each) => each.name).join(', ');
		throw new PracticeOptionsError(
			`There is no scenario '${name}'. Scenarios: ${names}.`,
		);
	}

	return scenario;
}
