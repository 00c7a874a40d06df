import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TopicStore } from './topics';

/** Longer than this nobody looks at an empty page; what comes later moves what is there. */
const PATIENCE_MS = 4_000;

/** Whether a page has heard of all it shows: drawn before that, its parts would push each other about as they fill. */
export class FirstLook implements ReactiveController {
  ready = false;
  private readonly topics: TopicStore<unknown>[];
  private stop: () => void = () => undefined;

  constructor(private readonly host: ReactiveControllerHost, ...topics: TopicStore<unknown>[]) {
    this.topics = topics;
    host.addController(this);
  }

  hostConnected(): void {
    const timer = window.setTimeout(() => this.become(), PATIENCE_MS);
    const ends = this.topics.map((topic) => topic.subscribe(() => this.look()));
    this.stop = (): void => {
      window.clearTimeout(timer);
      ends.forEach((end) => end());
    };
    this.look();
  }

  hostDisconnected(): void {
    this.stop();
  }

  private look(): void {
    if (this.topics.every((topic) => topic.loaded)) {
      this.become();
    }
  }

  private become(): void {
    this.stop();
    this.ready = true;
    this.host.requestUpdate();
  }
}
