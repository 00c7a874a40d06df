import type { Items } from '../api/stream';
import type {
  AccountState, ActiveTrade, Alert, AutoEntryState, Controls, NewestDecision, Price, ServiceInstance, Source, StoredStrikeTable,
  StoredWatchlist, Trade,
} from '../api/types';
import { Store } from './store';

/** The newest items of one topic of the live feed, by key. */
export class TopicStore<T> extends Store {
  private readonly items = new Map<string, T>();
  private known = false;

  constructor(readonly topic: string) {
    super();
  }

  /** Whether a snapshot has come at all. */
  get loaded(): boolean {
    return this.known;
  }

  get(key: string): T | undefined {
    return this.items.get(key);
  }

  all(): T[] {
    return [...this.items.values()];
  }

  apply(data: Items, snapshot: boolean): void {
    if (snapshot) {
      this.items.clear();
      this.known = true;
    }
    data.items.forEach(({ key, item }) => this.items.set(key, item as T));
    data.removed.forEach((key) => this.items.delete(key));
    this.changed();
  }
}

export const prices = new TopicStore<Price>('prices');
export const strikeTables = new TopicStore<StoredStrikeTable>('strike-table');
export const watchlists = new TopicStore<StoredWatchlist>('watchlist');
export const sources = new TopicStore<Source>('sources');
export const trades = new TopicStore<Trade>('trades');
export const activeTrades = new TopicStore<ActiveTrade>('active-trades');
export const autoEntry = new TopicStore<AutoEntryState>('auto-entry');
export const decisions = new TopicStore<NewestDecision>('decisions');
export const controls = new TopicStore<Controls>('controls');
export const account = new TopicStore<AccountState>('account');
export const services = new TopicStore<ServiceInstance>('services');
export const alerts = new TopicStore<Alert>('alerts');

const STORES = [prices, strikeTables, watchlists, sources, trades, activeTrades, autoEntry, decisions, controls, account, services, alerts];

export function apply(topic: string, data: Items, snapshot: boolean): void {
  STORES.find((store) => store.topic === topic)?.apply(data, snapshot);
}

const LIVE = ['pending', 'open', 'closing', 'expired'];

/** Trades that are not over, the oldest first. */
export function liveTrades(): Trade[] {
  return trades.all().filter((trade) => LIVE.includes(trade.status)).sort((a, b) => a.createdAt.localeCompare(b.createdAt));
}

/** Trades that are over, the newest first. */
export function endedTrades(): Trade[] {
  return trades
    .all()
    .filter((trade) => !LIVE.includes(trade.status))
    .sort((a, b) => (b.endedAt ?? b.createdAt).localeCompare(a.endedAt ?? a.createdAt));
}

/** Whether a symbol's price, and the strike table made of it, may be acted on: by their owners' word and by their age. */
export function isLive(symbol: string): boolean {
  const late = (source: string): boolean => sources.get(source)?.fresh === false;
  return prices.get(symbol)?.feedState === 'live' && !late(`price:${symbol}`) && !late(`table:${symbol}`);
}

/** The switches; undefined until they are known. */
export function switches(): Controls | undefined {
  return controls.get('controls');
}
