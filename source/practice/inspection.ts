import {type IncomingMessage} from 'node:http';
import {type ScriptedFault} from './faults/fault.ts';
import {type Answer, json} from './http/answer.ts';
import {readBody} from './http/body.ts';
import {type Delivery} from './http/exchange.ts';
import {PracticeOptionsError} from './practice-options-error.ts';
import {type PracticeSite} from './practice-site.ts';

const root = '/_practice';

export function isInspection({url = ''}: IncomingMessage): boolean {
	return (
		url === root || url.startsWith(`${root}/`) || url.startsWith(`${root}?`)
	);
}

/** The practice site's own questions and switches over HTTP, without a login, for scripts in any language. */
export async function answerInspection(
	site: PracticeSite,
	request: IncomingMessage,
): Promise<Delivery> {
	const {pathname} = new URL(request.url ?? root, site.url);
	const text = await readBody(request);
	return {
		answer: inspect(site, `${request.method ?? 'GET'} ${pathname}`, text),
		manner: 'whole',
		lateMs: 0,
	};
}

type Body = Readonly<Record<string, unknown>>;
type Action = (site: PracticeSite, body: Body) => unknown;

/** What can be asked, by method and path. */
const actions: ReadonlyMap<string, Action> = new Map<string, Action>([
	[
		`GET ${root}`,
		(site) => ({name: site.name, title: site.title, actions: actionNames()}),
	],
	[`GET ${root}/calls`, (site) => site.calls()],
	[`DELETE ${root}/calls`, resetCalls],
	[`GET ${root}/outbox`, (site) => site.outbox()],
	[`POST ${root}/faults`, addFaults],
	[`DELETE ${root}/faults`, removeFaults],
	[`GET ${root}/habits`, (site) => site.habits()],
	[`POST ${root}/habits`, setHabits],
	[`POST ${root}/limits`, setLimits],
]);

function actionNames(): readonly string[] {
	return actions.keys().toArray();
}

function inspect(site: PracticeSite, name: string, text: string): Answer {
	const action = actions.get(name);
	if (!action) {
		return json(
			{
				error: `There is no '${name}' here. There are: ${actionNames().join(', ')}.`,
			},
			404,
		);
	}

	try {
		const body = text === '' ? {} : (JSON.parse(text) as Body);
		return json(action(site, body) ?? {done: true});
	} catch (error) {
		if (error instanceof PracticeOptionsError || error instanceof SyntaxError) {
			return json({error: error.message}, 400);
		}

		throw error;
	}
}

function resetCalls(site: PracticeSite): void {
	site.resetCalls();
}

/** Takes one scripted fault, or `{"names": […]}` for faults that come at random. */
function addFaults(site: PracticeSite, body: Body): void {
	if (Array.isArray(body['names'])) {
		site.setFaults(body['names'] as readonly string[]);
	} else {
		site.scriptFault(body as ScriptedFault);
	}
}

function removeFaults(site: PracticeSite): void {
	site.setFaults([]);
	site.restoreAccess();
}

function setHabits(site: PracticeSite, body: Body): void {
	site.setHabits(body);
}

/** Takes `burst` and `latencyMs`; a burst of null brings back Jira's own limits. */
function setLimits(site: PracticeSite, {burst, latencyMs}: Body): void {
	if (burst !== undefined) {
		site.setBurst(burst === null ? undefined : (burst as number));
	}

	if (latencyMs !== undefined) {
		site.setLatency(latencyMs as number);
	}
}
