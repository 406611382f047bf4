import {type Mail} from './mail.ts';
import {type OrganizationFacts} from './organizations.ts';
import {type PersonChange} from './people.ts';
import {type Person} from './person.ts';
import {type RequestFields, type RequestRecord} from './requests.ts';

/** Everything that can happen to a site. The journal keeps these, and playing them again gives the same site. */
export type Change =
	| {readonly type: 'person-added'; readonly person: Person}
	| {
			readonly type: 'person-changed';
			readonly accountId: string;
			readonly change: PersonChange;
	  }
	| {readonly type: 'person-deleted'; readonly accountId: string}
	| {readonly type: 'person-invited'; readonly accountId: string}
	| {readonly type: 'organization-added'; readonly facts: OrganizationFacts}
	| {
			readonly type: 'organization-renamed';
			readonly organizationId: number;
			readonly name: string;
	  }
	| {readonly type: 'organization-deleted'; readonly organizationId: number}
	| {
			readonly type: 'members-added';
			readonly organizationId: number;
			readonly accountIds: readonly string[];
	  }
	| {
			readonly type: 'members-removed';
			readonly organizationId: number;
			readonly accountIds: readonly string[];
	  }
	| {
			readonly type: 'property-set';
			readonly organizationId: number;
			readonly key: string;
			readonly value: unknown;
	  }
	| {
			readonly type: 'property-deleted';
			readonly organizationId: number;
			readonly key: string;
	  }
	| {
			readonly type: 'organization-linked';
			readonly projectKey: string;
			readonly organizationId: number;
	  }
	| {
			readonly type: 'organization-unlinked';
			readonly projectKey: string;
			readonly organizationId: number;
	  }
	| ({readonly type: 'actors-added'} & Actors)
	| ({readonly type: 'actors-removed'} & Actors)
	| {
			readonly type: 'group-added';
			readonly groupId: string;
			readonly name: string;
	  }
	| {readonly type: 'group-deleted'; readonly groupId: string}
	| {
			readonly type: 'group-member-added';
			readonly groupId: string;
			readonly accountId: string;
	  }
	| {
			readonly type: 'group-member-removed';
			readonly groupId: string;
			readonly accountId: string;
	  }
	| {readonly type: 'request-added'; readonly request: RequestRecord}
	| {
			readonly type: 'request-edited';
			readonly id: string;
			readonly fields: Partial<RequestFields>;
			/** Fields the edit emptied. JSON has no undefined, so they are named. */
			readonly emptied: ReadonlyArray<keyof RequestFields>;
			readonly at: number;
	  }
	| {readonly type: 'mail-sent'; readonly mail: Mail};

type Actors = {
	readonly projectKey: string;
	readonly roleId: number;
	readonly accountIds: readonly string[];
	readonly groupIds: readonly string[];
};
