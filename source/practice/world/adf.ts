/** A node of the Atlassian Document Format, the rich text of Jira Cloud. */
export type AdfNode = {
	readonly type: string;
	readonly text?: string;
	readonly attrs?: Readonly<Record<string, unknown>>;
	readonly content?: readonly AdfNode[];
};

export type AdfDocument = AdfNode & {readonly type: 'doc'; readonly version: 1};

export function document(...blocks: readonly AdfNode[]): AdfDocument {
	return {type: 'doc', version: 1, content: blocks};
}

export function paragraph(
	...content: ReadonlyArray<string | AdfNode>
): AdfNode {
	return {
		type: 'paragraph',
		content: content.map((part) =>
			typeof part === 'string' ? {type: 'text', text: part} : part,
		),
	};
}

export function mention(accountId: string, name: string): AdfNode {
	return {
		type: 'mention',
		attrs: {id: accountId, text: `@${name}`, accessLevel: ''},
	};
}

/** Puts the mention where a client that looks only at the top level does not find it. */
export function nestedMention(text: string, node: AdfNode): AdfNode {
	const cell = {
		type: 'tableCell',
		content: [
			{
				type: 'panel',
				attrs: {panelType: 'info'},
				content: [paragraph(text, node)],
			},
		],
	};
	return {type: 'table', content: [{type: 'tableRow', content: [cell]}]};
}
