/** The live feed: one WebSocket, topics with a snapshot first and changes after; a gap in seq means subscribing again. */

export interface Message {
  type: string;
  seq: number;
  at: string;
  snapshot: boolean;
  data: unknown;
}

export interface Items {
  items: { key: string; item: unknown }[];
  removed: string[];
}

export interface Beat {
  databaseAvailable: boolean;
  speed: number;
  businessAt?: string;
}

export interface StreamListener {
  items(topic: string, data: Items, snapshot: boolean): void;
  beat(beat: Beat): void;
  state(connected: boolean): void;
}

/** Closed by the server because the session is over. */
const SESSION_OVER = 4401;

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 5_000;

/** Without a beat for so long the line is dead, whatever the socket says. */
const SILENCE_MS = 2_500;

export class Stream {
  private socket: WebSocket | undefined;
  private wanted: string[] = [];
  private seq = 0;
  private delay = FIRST_DELAY_MS;
  private timer: number | undefined;
  private silence: number | undefined;
  private stopped = true;

  constructor(
    private readonly listener: StreamListener,
    private readonly onSessionOver: () => void,
  ) {}

  start(): void {
    if (this.stopped) {
      this.stopped = false;
      this.connect();
    }
  }

  stop(): void {
    this.stopped = true;
    window.clearTimeout(this.timer);
    window.clearTimeout(this.silence);
    this.socket?.close();
    this.socket = undefined;
  }

  /** Replaces what is followed. */
  follow(topics: string[]): void {
    const same = topics.length === this.wanted.length && topics.every((topic, at) => topic === this.wanted[at]);
    this.wanted = topics;
    if (!same) {
      this.subscribe();
    }
  }

  private connect(): void {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}/ws/v1/stream`);
    this.socket = socket;
    socket.onopen = (): void => {
      this.seq = 0;
      this.delay = FIRST_DELAY_MS;
      this.subscribe();
      this.expectBeat();
    };
    socket.onmessage = (event: MessageEvent<string>): void => this.receive(JSON.parse(event.data) as Message);
    socket.onclose = (event: CloseEvent): void => {
      if (this.socket !== socket) {
        return;
      }
      this.listener.state(false);
      if (event.code === SESSION_OVER) {
        this.stop();
        this.onSessionOver();
      } else {
        this.retry();
      }
    };
  }

  private receive(message: Message): void {
    const gap = message.seq !== this.seq + 1;
    this.seq = message.seq;
    if (message.type === 'beat') {
      this.listener.state(true);
      this.listener.beat(message.data as Beat);
      this.expectBeat();
    } else if (message.type !== 'problem') {
      this.listener.items(message.type, message.data as Items, message.snapshot);
    }
    if (gap) {
      this.subscribe();
    }
  }

  private subscribe(): void {
    if (this.socket?.readyState === WebSocket.OPEN && this.wanted.length > 0) {
      this.socket.send(JSON.stringify({ subscribe: this.wanted }));
    }
  }

  private expectBeat(): void {
    window.clearTimeout(this.silence);
    this.silence = window.setTimeout(() => {
      this.listener.state(false);
      const dead = this.socket;
      this.socket = undefined;
      dead?.close();
      this.retry();
    }, SILENCE_MS);
  }

  private retry(): void {
    if (this.stopped) {
      return;
    }
    window.clearTimeout(this.timer);
    window.clearTimeout(this.silence);
    this.timer = window.setTimeout(() => this.connect(), this.delay * (0.75 + Math.random() / 2));
    this.delay = Math.min(LONGEST_DELAY_MS, this.delay * 2);
  }
}
