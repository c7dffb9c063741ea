"""Which indicator and which breakdown a row speaks of: "Trong đó: Khmer" below an indicator is a breakdown of that one."""

from data.intake.recognise import Recogniser


class IndicatorRows:
    """Goes through the rows of a table of indicators from top to bottom, remembering the last indicator named."""

    def __init__(self, known: Recogniser) -> None:
        self._known = known
        self._above: dict[str, str] = {}

    def keys(self, keys: dict[str, str], said: str, labels: list[str]) -> dict[str, str]:
        """The keys of a row, completed: `keys` as recognised in their columns, `said` in the indicator's, `labels` in all that hold words.

        A breakdown may stand in any of them. Where nothing but a breakdown is named, the rest is that of the indicator above.
        """
        part = keys.get("breakdown") or next((code for text in labels if (code := self._known.code("breakdown", text))), None)
        whole = {**keys, "breakdown": part} if part else keys
        if "indicator_code" in keys:
            self._above = {name: code for name, code in keys.items() if name != "breakdown"}
            return whole
        if said and not self._known.code("breakdown", said):
            self._above = {}  # an indicator nobody knows: what follows is not a part of the one before it
        own = {name: code for name, code in keys.items() if name != "breakdown"}
        if part and self._above and own.items() <= self._above.items():
            return {**self._above, **whole}
        return whole
