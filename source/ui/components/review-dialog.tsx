/** What the Review asks: where to write, which template, why a finding is kept. */
import {Box} from 'ink';
import {useState} from 'react';
import {Problem} from '../../problem.ts';
import {append} from '../../retro/edit.ts';
import {useEnvironment} from '../hooks/use-environment.ts';
import {useKeys} from '../hooks/use-keys.ts';
import {useRetro, useSitting} from '../hooks/use-sitting.ts';
import {useWalk} from '../hooks/use-walk.ts';
import type {OpenIssue} from '../open-issues.ts';
import {Choice} from './choice.tsx';
import {useLayout} from './frame.tsx';
import {Prompt} from './prompt.tsx';

export type ReviewDialogKind =
	| {readonly kind: 'export'}
	| {readonly kind: 'template'}
	| {readonly kind: 'keep'; readonly issue: OpenIssue};

export function ReviewDialog({
	dialog,
	rows,
	markdown,
	template,
	onTemplate,
	onClose,
}: {
	dialog: ReviewDialogKind;
	/** Most rows it may take. */
	rows: number;
	markdown: string | undefined;
	template: string;
	onTemplate: (name: string) => void;
	onClose: () => void;
}) {
	const {templates} = useEnvironment();
	const {columns} = useLayout().body;
	useKeys('dialog', (command) => {
		if (command !== 'cancel') return false;
		onClose();
		return true;
	});
	switch (dialog.kind) {
		case 'export':
			return <ExportPrompt markdown={markdown} onClose={onClose} />;
		case 'template':
			return (
				<Choice
					items={templates.map(({name, about}) => ({value: name, label: name, note: about}))}
					value={template}
					active
					columns={columns}
					limit={rows}
					onTake={(name) => {
						onTemplate(name);
						onClose();
					}}
				/>
			);
		case 'keep':
			return <KeepPrompt issue={dialog.issue} onClose={onClose} />;
	}
}

function ExportPrompt({markdown, onClose}: {markdown: string | undefined; onClose: () => void}) {
	const {id} = useRetro();
	const walk = useWalk();
	const environment = useEnvironment();
	const [path, setPath] = useState(`${id}.md`);
	const [refused, setRefused] = useState<string>();

	const write = async (to: string): Promise<void> => {
		if (markdown === undefined || to.trim() === '') return;
		try {
			await environment.writeDocument(to, markdown, refused === to);
			walk.say(`Written to ${to}`);
			onClose();
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			setRefused(to);
			walk.say([error.message, error.hint].filter(Boolean).join(' '));
		}
	};
	return <Prompt label="Write to " value={path} active onChange={setPath} onSubmit={(to) => void write(to)} />;
}

function KeepPrompt({issue, onClose}: {issue: OpenIssue; onClose: () => void}) {
	const sitting = useSitting();
	const [reason, setReason] = useState('');
	const keep = (given: string): void => {
		if (given.trim() === '') return;
		const {path, rule, text} = issue;
		sitting.send(append(sitting.snapshot().retro, 'kept', {field: path, rule, text, reason: given.trim()}));
		onClose();
	};
	return (
		<Box>
			<Prompt
				label="Keep it, because "
				value={reason}
				active
				placeholder="a reason that the team can read later"
				onChange={setReason}
				onSubmit={keep}
			/>
		</Box>
	);
}
