/**
 * A browser walks through the screen of a whole stack at speed and does what a trader does: settings, automatic and manual
 * trades from entry to settlement, the kill switch, a house that falls and heals.
 *
 * <pre>
 * WalkCommand ── stack at speed 60 ──► main-app ◄── Playwright ──► Chromium (desktop and phone)
 *      └── Walk: one Step after the other, a picture of each, and of whichever fails
 *               OpeningSteps · TradingSteps · SafetySteps
 * </pre>
 */
@NullMarked
package io.recio.localstack.screen;

import org.jspecify.annotations.NullMarked;
