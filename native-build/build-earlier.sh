#!/bin/sh
# What an upgrade begins with: another version of this repository, its images on the JVM and its chart.
#   native-build/build-earlier.sh [REF]     by default the newest release's tag, without any the commit before this one
# Leaves its tree in .recio/earlier, with the chart in helm/recio there; its images have the tag "earlier".
# RECIO_REGISTRY, RECIO_CONTAINER, BASE_IMAGE as for build-jvm-images.sh
. "$(dirname -- "$0")/services.sh"

ref=${1:-$(git -C "$home" describe --tags --abbrev=0 --match 'v*' HEAD^ 2>/dev/null || git -C "$home" rev-parse HEAD^)}
tree=$home/.recio/earlier

git -C "$home" worktree prune
[ ! -e "$tree" ] || git -C "$home" worktree remove --force "$tree"
git -C "$home" worktree add --detach "$tree" "$ref"
"$tree/recio" build
RECIO_TAG=earlier "$tree/native-build/build-jvm-images.sh"
echo "Built $ref: --from image.tag=earlier --from-chart $tree/helm/recio --set simulator.tag=earlier"
