"""A folder or a feed that the user asked to be looked at for new articles."""

from dataclasses import dataclass
from typing import Literal, NewType

PlaceId = NewType("PlaceId", int)
PlaceKind = Literal["folder", "feed"]
# Whether all went well, some file or entry could not be had, or the place was not reached at all.
PlaceState = Literal["well", "missed", "failed"]


@dataclass(frozen=True, slots=True)
class Place:
    """One watched place and what came of the last look at it.

    `address` is a path or an http(s) address; `minutes` how often it is looked at; `whole` whether
    the page of each entry is fetched. `looked` is ISO 8601 in UTC, empty before the first look;
    `result` a sentence. `etag` and `modified` are what a feed's server said of its last answer,
    `later` until when it asked not to be asked, in UTC; empty where it did not.
    """

    id: PlaceId
    kind: PlaceKind
    address: str
    minutes: int
    whole: bool = False
    looked: str = ""
    result: str = ""
    state: PlaceState = "well"
    etag: str = ""
    modified: str = ""
    later: str = ""
