import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Something that changes and tells who watches. */
export class Store {
  private readonly listeners = new Set<() => void>();

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  protected changed(): void {
    this.listeners.forEach((listener) => listener());
  }
}

/** Redraws an element when one of its stores changes, as long as it is on the page. */
export class Watch implements ReactiveController {
  private readonly stores: Store[];
  private stop: (() => void)[] = [];

  constructor(private readonly host: ReactiveControllerHost, ...stores: Store[]) {
    this.stores = stores;
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = this.stores.map((store) => store.subscribe(() => this.host.requestUpdate()));
  }

  hostDisconnected(): void {
    this.stop.forEach((stop) => stop());
    this.stop = [];
  }
}

/** Redraws an element four times a second: for countdowns and ages. */
export class Ticking implements ReactiveController {
  private timer: number | undefined;

  constructor(private readonly host: ReactiveControllerHost, private readonly milliseconds = 250) {
    host.addController(this);
  }

  hostConnected(): void {
    this.timer = window.setInterval(() => this.host.requestUpdate(), this.milliseconds);
  }

  hostDisconnected(): void {
    window.clearInterval(this.timer);
  }
}
