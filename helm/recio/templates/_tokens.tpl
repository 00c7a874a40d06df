{{/* The half of the pair that a service has: dict root, token (sign or verify). */}}
{{- define "recio.tokenKey" -}}
{{- if eq .token "sign" }}private-key.pem{{ else }}public-key.pem{{ end -}}
{{- end }}

{{- define "recio.tokenEnv" -}}
- name: {{ ternary "SMALLRYE_JWT_SIGN_KEY_LOCATION" "MP_JWT_VERIFY_PUBLICKEY_LOCATION" (eq .token "sign") }}
  value: /etc/recio/tokens/{{ include "recio.tokenKey" . }}
{{- end }}

{{/* One key of the secret only: who verifies must not be able to sign. */}}
{{- define "recio.tokenVolume" -}}
- name: token-key
  secret:
    secretName: {{ .root.Values.scripts.existingSecret }}
    defaultMode: 0440
    items:
      - key: {{ include "recio.tokenKey" . }}
        path: {{ include "recio.tokenKey" . }}
{{- end }}
