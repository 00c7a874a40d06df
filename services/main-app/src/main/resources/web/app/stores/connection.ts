import { Stream, type Beat } from '../api/stream';
import { apply } from './topics';
import { Store } from './store';

/** Every page shows the switches and how fresh things are, and tells of trades and alerts. */
const EVERYWHERE = ['controls', 'sources', 'trades', 'alerts'];

/** Whether what the page shows is live, and what time it is in the markets. */
class Connection extends Store {
  connected = false;
  databaseAvailable = true;
  private everConnected = false;
  private business: { at: number; heard: number; speed: number } | undefined;
  private sessionOver: () => void = () => undefined;

  private readonly stream = new Stream(
    {
      items: apply,
      beat: (beat) => this.beat(beat),
      state: (connected) => this.become(connected),
    },
    () => this.sessionOver(),
  );

  /** Whether an action makes sense: the line and the database are there. */
  get usable(): boolean {
    return this.connected && this.databaseAvailable;
  }

  /** Whether the line was there and is lost; not while the page is starting. */
  get lost(): boolean {
    return this.everConnected && !this.connected;
  }

  start(sessionOver: () => void): void {
    this.sessionOver = sessionOver;
    this.stream.start();
  }

  stop(): void {
    this.stream.stop();
    this.connected = false;
    this.everConnected = false;
    this.databaseAvailable = true;
    this.changed();
  }

  /** What the page follows, besides what every page does. */
  follow(topics: string[]): void {
    this.stream.follow([...EVERYWHERE, ...topics.filter((topic) => !EVERYWHERE.includes(topic))]);
  }

  /** Business time in milliseconds, running on between two beats; undefined before the first. */
  now(): number | undefined {
    const known = this.business;
    return known === undefined ? undefined : known.at + (performance.now() - known.heard) * known.speed;
  }

  private beat(beat: Beat): void {
    if (beat.businessAt !== undefined) {
      this.business = { at: Date.parse(beat.businessAt), heard: performance.now(), speed: beat.speed };
    }
    if (beat.databaseAvailable !== this.databaseAvailable) {
      this.databaseAvailable = beat.databaseAvailable;
      this.changed();
    }
  }

  private become(connected: boolean): void {
    if (connected !== this.connected) {
      this.connected = connected;
      this.everConnected ||= connected;
      this.changed();
    }
  }
}

export const connection = new Connection();
