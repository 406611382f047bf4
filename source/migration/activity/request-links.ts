/** What kind of field names a customer or organization of a request. */
export const linkKinds = [
	'reporter',
	'participants',
	'organizations',
	'user-picker',
	'user-pickers',
	'people',
] as const;

export type LinkKind = (typeof linkKinds)[number];

/** A field that activity is linked in. Approvers are a field of the kind *user-pickers*: their schema tells no more. */
export type LinkField = {
	readonly id: string;
	/** As the site shows it; untrusted. */
	readonly name: string;
	readonly kind: LinkKind;
	/** What the field is, the same on every site: the type of a custom field, the id of a system one. */
	readonly type: string;
	/** Whether it holds a list. */
	readonly many: boolean;
};

/** Ids of accounts or organizations in one field of a request, in their order there. */
export type FieldValue = {
	readonly ids: readonly string[];
	/** Those of them that are shown as a former user. */
	readonly former?: readonly string[];
};

/** What tells that two requests are the same one, and whom its fields name. */
export type RequestLinks = {
	/** Seconds since 1970: some imports drop the rest. */
	readonly created: number;
	readonly summary: string;
	/** By the id of the field; empty ones are left out. */
	readonly values: Readonly<Record<string, FieldValue>>;
};

/** A request, such as `IT-204`, with whom it names. */
export type LinkedRequest = RequestLinks & {readonly key: string};

/** What to set in one field of a request. */
export type RequestEdit = Pick<LinkField, 'kind' | 'many'> & {
	/** Id of the field on the destination. */
	readonly field: string;
	/** What it held before, as ids of the destination; a former user can't be set again, so none is in here. */
	readonly before: readonly string[];
	/** Whether a former user stood there before. */
	readonly hadFormer?: true;
	readonly after: readonly string[];
};

/** Whether a field holds exactly these, in any order. */
export function isExactly(
	value: FieldValue | undefined,
	ids: readonly string[],
): boolean {
	const there = new Set(value?.ids);
	return there.size === new Set(ids).size && ids.every((id) => there.has(id));
}
