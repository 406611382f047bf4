import {drain} from './drain.ts';
import {type SiteChange} from './managed-sites-state.ts';
import {type AppServices} from './services.ts';
import {type JobOf, type WorkSetting} from './work-setting.ts';

/*
Work beside the journey: acts that follow a run, saved sites, files.
*/

export async function prepareAct(
	{request, attempt}: JobOf<'prepare-act'>,
	{services, signal, settle, tell}: WorkSetting,
): Promise<void> {
	try {
		const act = await drain(services.prepareAct(request, signal), (event) => {
			tell({type: 'act-told', attempt, event});
		});
		settle({type: 'act-prepared', attempt, act});
	} catch (error) {
		const explanation = services.explain(error);
		settle({type: 'act-failed', attempt, explanation});
	}
}

/** What was stopped still tells how it ended. */
export async function carryOut(
	{act, attempt}: JobOf<'act'>,
	{services, signal, settle, tell}: WorkSetting,
): Promise<void> {
	try {
		const summary = await drain(services.carryOutAct(act, signal), (event) => {
			tell({type: 'act-told', attempt, event});
		});
		settle({type: 'act-ended', attempt, summary});
	} catch (error) {
		const explanation = services.explain(error);
		settle({type: 'act-failed', attempt, explanation});
	}
}

export async function checkSite(
	{entry, attempt}: JobOf<'check-site'>,
	{services, signal, settle}: WorkSetting,
): Promise<void> {
	try {
		const site = await services.checkSite(entry, signal);
		settle({type: 'site-checked', attempt, site});
	} catch (error) {
		const explanation = services.explain(error);
		settle({type: 'site-check-failed', attempt, explanation});
	}
}

export async function changeSite(
	{change, attempt}: JobOf<'change-site'>,
	{services, settle}: WorkSetting,
): Promise<void> {
	try {
		settle({
			type: 'site-changed',
			attempt,
			...(await makeChange(change, services)),
		});
	} catch (error) {
		const {problem, nextStep} = services.explain(error);
		settle({type: 'site-changed', attempt, words: `${problem} ${nextStep}`});
	}
}

async function makeChange(
	change: SiteChange,
	services: AppServices,
): Promise<{readonly words: string; readonly isTokenKept?: boolean}> {
	switch (change.type) {
		case 'rename': {
			const {name, newName} = change;
			await services.renameSite(name, newName);
			return {words: `${name} is called ${newName} now.`};
		}

		case 'remove': {
			await services.removeSite(change.name);
			return {words: `${change.name} is forgotten.`};
		}

		case 'keep-token': {
			const isTokenKept = await services.keepCheckedToken();
			return {
				isTokenKept,
				words: isTokenKept
					? 'The token is in the keychain.'
					: 'The keychain did not take the token; it is asked each time.',
			};
		}
	}
}

export async function save(
	{saved}: JobOf<'save'>,
	{services, settle}: WorkSetting,
): Promise<void> {
	try {
		const place =
			saved.what === 'plan'
				? await services.savePlan(saved.plan)
				: await services.saveChecks(saved.run, saved.checks);
		settle({type: 'save-written', what: saved.what, place});
	} catch (error) {
		settle({type: 'save-failed', explanation: services.explain(error)});
	}
}

export async function keepToken(
	{side}: JobOf<'keep-token'>,
	{services, settle}: WorkSetting,
): Promise<void> {
	try {
		const isKept = await services.keepToken(side);
		settle({type: 'token-kept', side, isKept});
	} catch {
		settle({type: 'token-kept', side, isKept: false});
	}
}
