{{/* Puts a thing before the release's own: dict root, weight. */}}
{{- define "recio.migrationHook" -}}
{{- if include "recio.migrationsHooked" .root }}
annotations:
  helm.sh/hook: pre-install,pre-upgrade
  helm.sh/hook-weight: {{ .weight | quote }}
  helm.sh/hook-delete-policy: before-hook-creation
{{- end }}
{{- end }}
