import {type ServiceProject} from './model.ts';
import {readAll} from './pages.ts';
import {type SiteReader} from './ports.ts';

/**
Ids of the accounts with access to a service project: the actors of its customer role, else, where that can't be read, its customer list. The role is one call, the list is limited to 5 calls a second.
*/
export async function readProjectCustomers(
	site: SiteReader,
	project: ServiceProject,
	signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
	const individual = await site.individualCustomers(project, signal);

	if (individual !== undefined) {
		return new Set(individual);
	}

	const listed = await readAll(site.projectCustomers(project, signal));
	return new Set(listed.map(({id}) => id));
}
