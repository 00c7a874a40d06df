{{/* Runs when somebody asks with helm test, and stays for its log: dict weight. */}}
{{- define "recio.checkHook" -}}
helm.sh/hook: test
helm.sh/hook-weight: {{ .weight | quote }}
helm.sh/hook-delete-policy: before-hook-creation
{{- end }}
