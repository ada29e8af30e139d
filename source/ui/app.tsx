/** The app: the list of retros or the walk through one, over one reader of keys and one theme. */
import {useApp} from 'ink';
import {Component, type ReactNode, useEffect, useMemo, useState} from 'react';
import type {Linter} from '../lint/linter.ts';
import type {Step} from '../retro/steps.ts';
import type {Listing} from '../store/listing.ts';
import {LayoutContext} from './components/frame.tsx';
import {LiveMode} from './components/live-mode.tsx';
import {type AppEnvironment, EnvironmentContext} from './hooks/use-environment.ts';
import {KeyRouterContext, useKeyRouter, useKeySource, useKeys} from './hooks/use-keys.ts';
import {SittingContext} from './hooks/use-sitting.ts';
import {useLayoutOfWindow} from './hooks/use-window.ts';
import {BrowseScreen} from './screens/browse.tsx';
import {WalkScreen} from './screens/walk.tsx';
import type {Sitting} from './sitting.ts';
import {type Theme, ThemeContext} from './theme.ts';

/** What the app shows first and can go to. */
export type View =
	| {readonly kind: 'browse'; readonly listing: Listing}
	| {
			readonly kind: 'walk';
			readonly sitting: Sitting;
			readonly first: Step;
			readonly isExample: boolean;
			readonly isLive?: boolean;
	  };

/** How the app gets from one view to another; each resolves with the view to show. */
export type Views = {
	browse(): Promise<View>;
	open(id: string): Promise<View>;
	start(): Promise<View>;
	example(): Promise<View>;
};

export type AppProps = {
	readonly first: View;
	readonly views: Views;
	readonly directory: string;
	readonly theme: Theme;
	readonly environment: Omit<AppEnvironment, 'editText'>;
	/** Hands a text to the person's editor once the terminal is theirs. */
	readonly editExternally: AppEnvironment['editText'];
	readonly loadLinter: () => Promise<Linter>;
	/** Told which sitting is open, so that it is flushed however the app ends. */
	readonly onView: (view: View) => void;
	/** Leaves the app. */
	readonly onLeave: () => void;
	/** Leaves the app because of something unexpected. */
	readonly onError: (error: unknown) => void;
};

export function App(props: AppProps) {
	return (
		<Boundary onError={props.onError}>
			<Root {...props} />
		</Boundary>
	);
}

function Root({
	first,
	views,
	directory,
	theme,
	environment,
	editExternally,
	loadLinter,
	onView,
	onLeave,
	onError,
}: AppProps) {
	const [view, setView] = useState(first);
	const [zones, setZones] = useState(environment.zones);
	const router = useKeyRouter();
	const layout = useLayoutOfWindow();
	const {suspendTerminal} = useApp();
	useKeySource(router);
	useEffect(() => onView(view), [view, onView]);

	const show = (next: Promise<View>): void => {
		next.then(setView).catch(onError);
	};
	const whole = useMemo(
		(): AppEnvironment => ({
			...environment,
			zones,
			async settleZone(settlement) {
				const file = await environment.settleZone(settlement);
				setZones((before) => ({...before, [settlement.abbreviation]: settlement.zone}));
				return file;
			},
			async editText(text, take) {
				let isTaken = false;
				await suspendTerminal(async () => {
					isTaken = await editExternally(text, take);
				});
				return isTaken;
			},
		}),
		[environment, zones, editExternally, suspendTerminal],
	);
	return (
		<ThemeContext value={theme}>
			<LayoutContext value={layout}>
				<EnvironmentContext value={whole}>
					<KeyRouterContext value={router}>
						<LeaveKey onLeave={onLeave} />
						{view.kind === 'browse' ? (
							<BrowseScreen
								listing={view.listing}
								directory={directory}
								onOpen={(id) => show(views.open(id))}
								onNew={() => show(views.start())}
								onExample={() => show(views.example())}
								onLeave={onLeave}
							/>
						) : (
							<SittingContext value={view.sitting}>
								<LiveMode key={view.sitting.snapshot().retro.id} startsLive={view.isLive ?? false}>
									<WalkScreen
										key={view.sitting.snapshot().retro.id}
										first={view.first}
										isExample={view.isExample}
										loadLinter={loadLinter}
										onBack={() => show(view.sitting.close().then(views.browse))}
									/>
								</LiveMode>
							</SittingContext>
						)}
					</KeyRouterContext>
				</EnvironmentContext>
			</LayoutContext>
		</ThemeContext>
	);
}

/** A component of its own, because it listens to the router that the root provides. */
function LeaveKey({onLeave}: {onLeave: () => void}) {
	useKeys('app', (command) => {
		if (command !== 'leave') return false;
		onLeave();
		return true;
	});
	return null;
}

/** Keeps React's own report of an error, a stack trace, from the person. */
class Boundary extends Component<{onError: (error: unknown) => void; children: ReactNode}, {failed: boolean}> {
	override state = {failed: false};

	static getDerivedStateFromError(): {failed: boolean} {
		return {failed: true};
	}

	override componentDidCatch(error: unknown): void {
		this.props.onError(error);
	}

	override render(): ReactNode {
		return this.state.failed ? null : this.props.children;
	}
}
