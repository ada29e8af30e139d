/** `retro completion SHELL`: the script that teaches a shell to complete. It asks `retro complete` what. */
import {RootCommand} from '@bomb.sh/tab';
import {defineCommand} from './command.ts';
import {choiceOf} from './parse.ts';

const shells = ['bash', 'zsh', 'fish'] as const;

export const command = defineCommand({
	name: 'completion',
	arguments: [{name: 'SHELL', choices: shells}],
	flags: {},
	about: 'Prints a script that makes your shell complete commands, flags, their choices and the ids of retros.',
	examples: [
		['source <(retro completion bash)', 'try it in this shell'],
		['retro completion bash > ~/.local/share/bash-completion/completions/retro', ''],
		['retro completion zsh > ~/.zsh/completions/_retro', 'for zsh, in a directory of its fpath'],
		['retro completion fish > ~/.config/fish/completions/retro.fish', ''],
	],
	notes: [['Bash', 'It needs the package bash-completion, which most systems have.']],
	async run({arguments: [shell = '']}) {
		new RootCommand().setup('retro', 'retro', choiceOf(shell, shells, 'SHELL'));
		return 0;
	},
});
