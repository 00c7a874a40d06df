{{/* Where Kubernetes 1.20 and today's differ, it is decided here. */}}
{{- define "recio.podDisruptionBudgetApi" -}}
{{- if semverCompare ">=1.21-0" .Capabilities.KubeVersion.Version }}policy/v1{{ else }}policy/v1beta1{{ end -}}
{{- end }}

{{- define "recio.cronJobApi" -}}
{{- if semverCompare ">=1.21-0" .Capabilities.KubeVersion.Version }}batch/v1{{ else }}batch/v1beta1{{ end -}}
{{- end }}
