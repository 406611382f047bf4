import {
	type JudgeSetting,
	OrganizationJudge,
	type OrganizationVerdict,
} from './judge-organizations.ts';
import {type OrganizationDetails, type ProjectPair} from './model.ts';
import {
	type PlannedLinks,
	type PlannedMembers,
	type PlannedOrganization,
} from './plan.ts';
import {planMembers} from './plan-members.ts';

const noMembers: PlannedMembers = {add: [], present: [], notPossible: []};
const noLinks: PlannedLinks = {add: [], present: [], notPossible: []};

/** Gives each organization its fate, members and project links (R8 to R13). Order is that of the snapshot. */
export function planOrganizations(
	setting: JudgeSetting,
): readonly PlannedOrganization[] {
	const judge = new OrganizationJudge(setting);
	return setting.source.organizations.map((organization) =>
		describe(organization, judge.judge(organization), setting),
	);
}

function describe(
	organization: OrganizationDetails,
	{there, ...verdict}: OrganizationVerdict,
	{comparison}: JudgeSetting,
): PlannedOrganization {
	const isWritten = ['create', 'link', 'unchanged'].includes(verdict.fate);
	const joined = verdict.fate === 'create' ? undefined : there;
	const members = isWritten
		? planMembers(
				organization.members,
				new Set(joined?.members),
				comparison.locate,
			)
		: noMembers;
	return {
		id: organization.id,
		name: organization.name,
		...verdict,
		...(there && {destination: {id: there.id, name: there.name}}),
		members: joined?.managed ? withoutAdding(members) : members,
		links: isWritten
			? planLinks(organization, joined, comparison.projects)
			: noLinks,
	};
}

/** An identity provider would take back what is added. */
function withoutAdding({
	add,
	present,
	notPossible,
}: PlannedMembers): PlannedMembers {
	const refused = add.map(
		(customer) => ({customer, why: 'organization-managed'}) as const,
	);
	return {add: [], present, notPossible: [...notPossible, ...refused]};
}

function planLinks(
	{projects}: OrganizationDetails,
	there: OrganizationDetails | undefined,
	pairs: readonly ProjectPair[],
): PlannedLinks {
	const linked = pairs.filter(({from}) => projects.includes(from.key));
	const counterparts = new Map(
		linked.flatMap(({to}) => (to === undefined ? [] : [[to.key, to] as const])),
	);
	const isPresent = (key: string) => there?.projects.includes(key) ?? false;
	const all = counterparts.values().toArray();
	return {
		add: all.filter(({key}) => !isPresent(key)),
		present: all.filter(({key}) => isPresent(key)),
		notPossible: linked
			.filter(({to}) => to === undefined)
			.map(({from}) => from.key),
	};
}
