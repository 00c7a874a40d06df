/** What lets the machine trade and what stops it: the switches, the kill switch, halts and suspensions. */
@NullMarked
package io.recio.mainapp.controls;

import org.jspecify.annotations.NullMarked;
