import pMap from 'p-map';
import {chunks} from './chunks.ts';
import {readIds} from './pages.ts';
import {type Clock, type UndoSite} from './ports.ts';
import {listsAtOnce} from './scan-source.ts';
import {type StillThere} from './undo-kept.ts';
import {type Made} from './undo-made.ts';
import {readUntouched} from './undo-usage.ts';

/** Waits in milliseconds before looking again for accounts that lists still show. */
const waitsForLaggingLists = [0, 1000, 2000, 4000] as const;

const accountsPerCall = 100;

export type VerifyUndoSetting = {
	readonly clock: Clock;
	readonly signal: AbortSignal;
};

/** Reads the destination again and looks, in vain, for what was taken back (R16, R17). */
export async function findStillThere(
	site: UndoSite,
	undone: Made,
	setting: VerifyUndoSetting,
): Promise<readonly StillThere[]> {
	const {signal} = setting;
	const there = await readIds(site.organizations(signal));
	const found = await Promise.all([
		findCustomers(site, undone, setting),
		findMembers(site, undone, there, signal),
		findLinks(site, undone, signal),
		findAccess(site, undone, signal),
		findGroups(site, undone, signal),
		findRequests(site, undone, signal),
	]);
	return [
		...undone.organizations
			.filter(({destinationId}) => there.has(destinationId))
			.map(({name}) => ({what: 'organization', subject: name}) as const),
		...found.flat(),
	];
}

async function findCustomers(
	site: UndoSite,
	{customers}: Made,
	{clock, signal}: VerifyUndoSetting,
): Promise<readonly StillThere[]> {
	let left = customers;

	for (const wait of waitsForLaggingLists) {
		if (left.length === 0) {
			break;
		}

		await clock.wait(wait, signal);
		const accounts = await pMap(
			chunks(
				left.map(({accountId}) => accountId),
				accountsPerCall,
			),
			async (ids) => site.accountsById(ids, signal),
			{concurrency: listsAtOnce},
		);
		const there = new Set(
			accounts
				.flat()
				.filter(({status}) => status !== 'deleted')
				.map(({id}) => id),
		);
		left = left.filter(({accountId}) => there.has(accountId));
	}

	return left.map(({email}) => ({what: 'customer', subject: email}));
}

async function findMembers(
	site: UndoSite,
	{memberships}: Made,
	organizations: ReadonlySet<string>,
	signal: AbortSignal,
): Promise<readonly StillThere[]> {
	const places = Map.groupBy(
		memberships.filter(({destinationId}) => organizations.has(destinationId)),
		({destinationId}) => destinationId,
	);
	const found = await pMap(
		places,
		async ([destinationId, undone]) => {
			const there = await readIds(
				site.organizationMembers(destinationId, signal),
			);
			return undone
				.filter(({person}) => there.has(person.accountId))
				.map(({person, name}): StillThere => ({
					what: 'membership',
					subject: person.label,
					place: name,
				}));
		},
		{concurrency: listsAtOnce},
	);
	return found.flat();
}

async function findLinks(
	site: UndoSite,
	{links}: Made,
	signal: AbortSignal,
): Promise<readonly StillThere[]> {
	const places = Map.groupBy(links, ({project}) => project.key);
	const found = await pMap(
		places.values(),
		async (undone) => {
			const [first] = undone;
			const there =
				first === undefined
					? new Set<string>()
					: await readIds(site.projectOrganizations(first.project, signal));
			return undone
				.filter(({destinationId}) => there.has(destinationId))
				.map(({name, project}): StillThere => ({
					what: 'project-link',
					subject: name,
					place: project.key,
				}));
		},
		{concurrency: listsAtOnce},
	);
	return found.flat();
}

/** Fields that hold what the run set, although they were set to what was there earlier. */
async function findRequests(
	site: UndoSite,
	{requests}: Made,
	signal: AbortSignal,
): Promise<readonly StillThere[]> {
	const untouched = await readUntouched(site, requests, signal);
	return untouched.flatMap(({request, edits}) =>
		edits.map(({kind}): StillThere => ({
			what: 'request-link',
			subject: request,
			place: kind,
		})),
	);
}

async function findGroups(
	site: UndoSite,
	{groups, groupMemberships}: Made,
	signal: AbortSignal,
): Promise<readonly StillThere[]> {
	const places = Map.groupBy(groupMemberships, ({group}) => group.id);
	const found = await Promise.all([
		...groups.map(async ({id, name}): Promise<readonly StillThere[]> => {
			const isThere = await site.hasGroup(id, signal);
			return isThere ? [{what: 'group', subject: name}] : [];
		}),
		...places.entries().map(async ([id, undone]) => {
			const members = await site.groupMembers(id, signal);
			const there = new Set(members.map((member) => member.id));
			return undone
				.filter(({person}) => there.has(person.accountId))
				.map(({person, group}): StillThere => ({
					what: 'group-membership',
					subject: person.label,
					place: group.name,
				}));
		}),
	]);
	return found.flat();
}

/** Where the customer role can't be read, the answer of the removal has to do. */
async function findAccess(
	site: UndoSite,
	{access}: Made,
	signal: AbortSignal,
): Promise<readonly StillThere[]> {
	const places = Map.groupBy(access, ({project}) => project.key);
	const found = await pMap(
		places.values(),
		async (undone) => {
			const [first] = undone;
			const there = new Set(
				first && (await site.individualCustomers(first.project, signal)),
			);
			return undone
				.filter(({person}) => there.has(person.accountId))
				.map(({person, project}): StillThere => ({
					what: 'project-access',
					subject: person.label,
					place: project.key,
				}));
		},
		{concurrency: listsAtOnce},
	);
	return found.flat();
}
