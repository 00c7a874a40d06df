import { change } from '../api/client';
import type { KillSwitch, Side, Trade, TradeAnswer } from '../api/types';

/** A key that makes sending twice the same as sending once. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export interface Wish {
  ticker: string;
  side: Side;
  quantity: string;
  priceCapDollars: string;
}

export async function openTrade(wish: Wish, key: string): Promise<TradeAnswer> {
  return (await change<TradeAnswer>('POST', 'trades', wish, { 'Idempotency-Key': key })).body;
}

export async function closeTrade(trade: Trade, key: string): Promise<TradeAnswer> {
  return (await change<TradeAnswer>('POST', `trades/${trade.tradeId}/closure`, undefined, { 'Idempotency-Key': key })).body;
}

/** Ends the attempts to close; the trade stays open. */
export async function stopClosing(trade: Trade, key: string): Promise<TradeAnswer> {
  return (await change<TradeAnswer>('DELETE', `trades/${trade.tradeId}/closure`, undefined, { 'Idempotency-Key': key })).body;
}

export async function liftHalt(password: string | undefined): Promise<KillSwitch> {
  return (await change<KillSwitch>('DELETE', 'entry-halt', { password })).body;
}

export async function tripKillSwitch(reason: string, flatten: boolean): Promise<KillSwitch> {
  return (await change<KillSwitch>('POST', 'kill-switch', { reason, flatten })).body;
}

export async function clearKillSwitch(password: string | undefined): Promise<KillSwitch> {
  return (await change<KillSwitch>('DELETE', 'kill-switch', { password })).body;
}
