{{/* Refuses what would render and then go wrong. */}}
{{- define "recio.guards" -}}
{{- if and (eq .Values.mode "live") (not .Values.account) -}}
{{- fail "mode live trades with real money: account must name the Kalshi account, was empty" -}}
{{- end -}}
{{- if and (ne .Values.mode "simulated") (not .Values.kalshi.existingSecret) -}}
{{- fail (printf "mode %s needs kalshi.existingSecret, was empty" .Values.mode) -}}
{{- end -}}
{{- if and (include "recio.simulated" .) (not .Values.simulator.existingSecret) -}}
{{- fail (printf "mode %s needs simulator.existingSecret, was empty" .Values.mode) -}}
{{- end -}}
{{- if and .Values.oidc.issuer (not .Values.oidc.existingSecret) -}}
{{- fail "oidc.issuer needs oidc.existingSecret, was empty" -}}
{{- end -}}
{{- if and .Values.oidc.issuer (not (concat .Values.oidc.viewerGroups .Values.oidc.traderGroups .Values.oidc.adminGroups)) -}}
{{- fail "oidc.issuer needs viewerGroups, traderGroups or adminGroups: nobody could come in" -}}
{{- end -}}
{{- if and (hasPrefix "verify-" .Values.database.sslMode) (not .Values.database.caSecret) -}}
{{- fail (printf "database.sslMode %s needs database.caSecret, was empty" .Values.database.sslMode) -}}
{{- end -}}
{{- if and (eq .Values.mode "live") .Values.postgresql.enabled -}}
{{- fail "mode live needs a database that survives its node: postgresql.enabled must be false, was true" -}}
{{- end -}}
{{- if ne (empty .Values.clock.businessAnchor) (empty .Values.clock.systemAnchor) -}}
{{- fail "clock.businessAnchor and clock.systemAnchor must be given together, only one was" -}}
{{- end -}}
{{- if and (ne (int .Values.clock.speed) 1) (not .Values.clock.systemAnchor) -}}
{{- fail (printf "clock.speed %d needs both anchors, which were empty" (int .Values.clock.speed)) -}}
{{- end -}}
{{- if and (ne .Values.mode "simulated") .Values.clock.systemAnchor -}}
{{- fail (printf "a clock of its own has only mode simulated, mode was %s" .Values.mode) -}}
{{- end -}}
{{- $seen := dict -}}
{{- range .Values.symbols -}}
{{- if hasKey $seen .name }}{{ fail (printf "symbols must be listed once each, %s is listed twice" .name) }}{{ end -}}
{{- $_ := set $seen .name true -}}
{{- end -}}
{{- end }}
