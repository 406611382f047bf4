import {type RequestEdit} from '../../source/migration/activity/request-links.ts';
import {
	type Account,
	type ServiceProject,
} from '../../source/migration/model.ts';
import {
	type DestinationRights,
	type DestinationSite,
	type Pace,
	type Receipt,
} from '../../source/migration/ports.ts';
import {type SiteCall, siteError} from './memory-site-faults.ts';
import {MemorySiteReader, toOrganization} from './memory-site-reader.ts';
import {accountsWith, organizationNamed} from './memory-site-world.ts';

/** Something a write changed; a write that changes nothing has no effect. */
export type Effect = {
	readonly write: SiteCall['operation'];
	/** Email, or the name of an organization. */
	readonly subject: string;
	/** The organization or project it concerns. */
	readonly place?: string;
};

type Answer<Operation extends keyof DestinationSite> =
	DestinationSite[Operation] extends (...inputs: never[]) => infer Result
		? Result
		: never;

/**
A Jira Cloud site over plain data. It behaves as the ports say: organizations are got or created, a known email is an answer, a refused batch may have been added in part.
*/
export class MemorySite extends MemorySiteReader implements DestinationSite {
	/** What writes have changed so far, oldest first. */
	readonly effects: Effect[] = [];
	#made = 0;
	#canEdit = false;

	pace(): Pace {
		return this.traffic.pace;
	}

	async rights(signal?: AbortSignal): Promise<DestinationRights> {
		return this.traffic.read('rights', signal, () => this.habits.rights);
	}

	async countRequestsSharedWith(
		organizationId: string,
		{key}: ServiceProject,
		signal?: AbortSignal,
	): Promise<number | undefined> {
		return this.traffic.read(
			'countRequestsSharedWith',
			signal,
			() =>
				this.requestsOf(key).filter(({organizations}) =>
					organizations.includes(organizationId),
				).length,
		);
	}

	permitEdits(): void {
		this.#canEdit = true;
	}

	async canEditRequests(
		_project: ServiceProject,
		signal?: AbortSignal,
	): Promise<boolean> {
		return this.traffic.read('canEditRequests', signal, () => true);
	}

	async editRequest(
		key: string,
		edits: readonly RequestEdit[],
		signal?: AbortSignal,
	): Promise<Receipt> {
		if (!this.#canEdit) {
			throw new Error('Nobody permitted edits');
		}

		return this.traffic.write('editRequest', signal, () => {
			this.edited.set(key, {
				...this.edited.get(key),
				...Object.fromEntries(
					edits.map(({field, after}) => [field, {ids: after}] as const),
				),
			});
			this.effects.push({write: 'editRequest', subject: key});
			return {};
		});
	}

	async findAccounts(
		email: string,
		signal?: AbortSignal,
	): Promise<readonly Account[]> {
		return this.traffic.read('findAccounts', signal, () =>
			accountsWith(this.world, email),
		);
	}

	async createCustomer(
		{email, name}: {readonly email: string; readonly name: string},
		signal?: AbortSignal,
	): Promise<Awaited<Answer<'createCustomer'>>> {
		return this.traffic.write('createCustomer', signal, () => {
			const isKnown =
				this.habits.hiddenEmails.includes(email) ||
				accountsWith(this.world, email).length > 0;

			if (isKnown) {
				return {outcome: 'email-known'};
			}

			const id = `qm:made:${++this.#made}`;
			const account = {id, type: 'portal-only', name, email} as const;
			this.world.accounts.set(id, {...account, status: 'active'});
			this.effects.push({write: 'createCustomer', subject: email});
			return {outcome: 'created', id};
		});
	}

	async revokeAccess(
		accountId: string,
		signal?: AbortSignal,
	): Promise<Receipt> {
		return this.traffic.write('revokeAccess', signal, () => {
			const [account] = this.known([accountId]);

			if (account === undefined || !this.habits.rights.revokeAccess) {
				throw siteError(account === undefined ? 'not-found' : 'forbidden');
			}

			if (account.status === 'active') {
				this.world.accounts.set(accountId, {...account, status: 'inactive'});
				this.effects.push({write: 'revokeAccess', subject: labelOf(account)});
			}

			return {};
		});
	}

	async createOrganization(
		name: string,
		signal?: AbortSignal,
	): Promise<Awaited<Answer<'createOrganization'>>> {
		return this.traffic.write('createOrganization', signal, () => {
			const existing = organizationNamed(this.world, name);

			if (existing !== undefined) {
				return {organization: toOrganization(existing)};
			}

			const organization = {id: `made:${++this.#made}`, name, managed: false};
			this.world.organizations.set(organization.id, {
				...organization,
				members: new Set(),
				projects: new Set(),
			});
			this.effects.push({write: 'createOrganization', subject: name});
			return {organization};
		});
	}

	async addMembers(
		organizationId: string,
		accountIds: readonly string[],
		signal?: AbortSignal,
	): Promise<Receipt> {
		return this.traffic.write('addMembers', signal, () => {
			const {name, members} = this.organization(organizationId);
			return this.#addAll(accountIds, members, {
				write: 'addMembers',
				place: name,
				addsOthers: this.habits.addsOthers,
			});
		});
	}

	async linkOrganization(
		{key}: ServiceProject,
		organizationId: string,
		signal?: AbortSignal,
	): Promise<Receipt> {
		return this.traffic.write('linkOrganization', signal, () => {
			const {name, projects} = this.organization(organizationId);

			if (!projects.has(key)) {
				projects.add(key);
				this.effects.push({
					write: 'linkOrganization',
					subject: name,
					place: key,
				});
			}

			return {};
		});
	}

	async addProjectCustomers(
		{key}: ServiceProject,
		accountIds: readonly string[],
		signal?: AbortSignal,
	): Promise<Receipt> {
		return this.traffic.write('addProjectCustomers', signal, () =>
			this.#addAll(accountIds, this.role(key), {
				write: 'addProjectCustomers',
				place: key,
				addsOthers: true,
			}),
		);
	}

	/** Adds whom it takes, and refuses the whole when it does not take all. */
	#addAll(
		accountIds: readonly string[],
		to: Set<string>,
		{
			addsOthers,
			...effect
		}: Omit<Effect, 'subject'> & {readonly addsOthers: boolean},
	): Receipt {
		const taken = this.known(accountIds).filter(
			({email = ''}) => !this.habits.refusedEmails.includes(email),
		);
		const isRefused = taken.length < new Set(accountIds).size;

		for (const account of isRefused && !addsOthers ? [] : taken) {
			if (to.has(account.id)) {
				continue;
			}

			to.add(account.id);
			this.effects.push({...effect, subject: labelOf(account)});
		}

		if (isRefused) {
			const detail = 'One or more users are unknown.';
			throw siteError('refused', {status: 400, detail});
		}

		return {};
	}
}

function labelOf({email, name}: Account): string {
	return email ?? name;
}
