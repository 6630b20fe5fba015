"""What a wheel holds besides code: resources/ and corpus/, as depeche/_resources. Run by hatchling while it builds."""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShippedFiles(BuildHookInterface[Any]):
    """Puts the shipped files into the wheel, but not into an editable install: that one reads the checkout's own."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "standard":
            build_data["force_include"]["resources"] = "depeche/_resources"
            build_data["force_include"]["corpus"] = "depeche/_resources/corpus"
