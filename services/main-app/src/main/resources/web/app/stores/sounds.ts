import type { Alert, Trade } from '../api/types';
import { preferences } from './preferences';
import { alerts, controls, switches, trades } from './topics';

/** Tones in hertz, one after another: rising is good, falling is bad. */
const TONES = {
  opened: [660],
  won: [660, 880],
  lost: [440, 330],
  refused: [330],
  alarm: [880, 660, 880],
} as const;

const TONE_SECONDS = 0.14;
const LOUDNESS = 0.08;

let speaker: AudioContext | undefined;

/** Plays when sounds are on; a browser that wants a click first stays silent until then. */
export function play(name: keyof typeof TONES): void {
  if (!preferences.sound) {
    return;
  }
  speaker ??= new AudioContext();
  const audio = speaker;
  void audio.resume();
  TONES[name].forEach((frequency, i) => {
    const begins = audio.currentTime + i * TONE_SECONDS;
    const tone = audio.createOscillator();
    const level = audio.createGain();
    tone.frequency.value = frequency;
    level.gain.setValueAtTime(LOUDNESS, begins);
    level.gain.exponentialRampToValueAtTime(0.0001, begins + TONE_SECONDS);
    tone.connect(level).connect(audio.destination);
    tone.start(begins);
    tone.stop(begins + TONE_SECONDS);
  });
}

const standing = new Map<string, string>();
let heard: Set<string> | undefined;
let killed: boolean | undefined;

/** Trades, critical alerts and the kill switch are heard when they change, not when a page loads. */
export function listen(): void {
  trades.subscribe(() => trades.all().forEach(hearTrade));
  alerts.subscribe(() => hearAlerts(alerts.all()));
  controls.subscribe(() => {
    const on = switches()?.killSwitch.on;
    if (on === true && killed === false) {
      play('alarm');
    }
    killed = on;
  });
}

function hearTrade(trade: Trade): void {
  const before = standing.get(trade.tradeId);
  standing.set(trade.tradeId, trade.status);
  if (before === undefined || before === trade.status) {
    return;
  }
  if (trade.status === 'open' && before === 'pending') {
    play('opened');
  } else if (trade.status === 'closed') {
    play(trade.outcome === 'L' ? 'lost' : 'won');
  } else if (trade.status === 'denied' || trade.status === 'rejected' || trade.status === 'missed') {
    play('refused');
  }
}

function hearAlerts(all: Alert[]): void {
  const critical = all.filter((alert) => alert.severity === 'critical').map((alert) => alert.alertId);
  if (heard !== undefined && critical.some((id) => !heard?.has(id))) {
    play('alarm');
  }
  heard = new Set(critical);
}
