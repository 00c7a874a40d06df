{{/* The business clock of simulator and database, when it is not real time: dict root, prefix of the names. */}}
{{- define "recio.clockEnv" -}}
{{- with .root.Values.clock }}
{{- if .systemAnchor }}
- name: {{ $.prefix }}_CLOCK_BUSINESS_ANCHOR
  value: {{ .businessAnchor | quote }}
- name: {{ $.prefix }}_CLOCK_SYSTEM_ANCHOR
  value: {{ .systemAnchor | quote }}
- name: {{ $.prefix }}_CLOCK_SPEED
  value: {{ .speed | int | quote }}
{{- end }}
{{- end }}
{{- end }}
