"""The second program: the reduced study once more, as `docs/odd.md` describes it.

It takes the figures of a study, lives it with luck of its own, and gives its totals. `compare.py` calls it.
"""

import numpy as np
from figures import KINDS, POSTS
from judge import gate, judge, remedy, respond
from numba import njit
from people import ORIGINS, empty, hoods, mailbox, people
from society import build
from week import act, live, observe, tally


@njit
def set_seed(seed):
    np.random.seed(seed)


@njit
def pass_week(state, hood, society, births, figures, total, inbox, unfounded, letters, week):
    live(state, society, births, figures, total, week)
    act(state, hood, society, figures, total, week)
    observe(state, society, figures, letters, unfounded)
    judge(state, society, figures, total, inbox, unfounded, letters, week)
    gate(state, figures, total)
    remedy(state, figures, total, week)
    respond(state, society, figures, total, letters, week)
    empty(inbox)
    empty(unfounded)


def run(resolved, figures, weeks, seed):
    """Lives the study once; gives its totals by name."""
    set_seed(seed)
    society, first_ones, births = build(resolved, np.random.default_rng(seed))
    count = society.place.size
    state, hood, total = people(first_ones, figures), hoods(count), tally()
    inbox, unfounded, letters = (mailbox(count) for _ in range(3))
    for week in range(weeks):
        pass_week(state, hood, society, births, figures, total, inbox, unfounded, letters, week)
        inbox, letters = letters, inbox
    return totals(figures, state, total)


def totals(figures, state, total):
    """What is compared, by measure and, where there are several, by group."""
    there = figures["chance"].max(axis=1) > 0
    found = {f"deeds deed:{kind}": count for kind, count, is_done in zip(KINDS, total["deeds"], there) if is_done}
    ways = ["posts", "posts-removed", "posts-withheld", "posts-withheld-for-others", "posts-muted", "posts-silenced"]
    for row, way in zip(total["posts"].T, ways):
        found |= {f"{way} stance:{post.removesuffix('-post')}": count for post, count in zip(POSTS, row)}
    found |= {f"entries origin:{origin}": count for origin, count in zip(ORIGINS, total["entries"])}
    found |= {f"points-lost origin:{origin}": count for origin, count in zip(ORIGINS, total["lost"].sum(0))}
    found |= {
        "deterred": total["deterred"],
        "points-gained": total["gained"],
        "sanctioned-weeks": total["weeks"].sum(),
        "wrongly-sanctioned-weeks": total["weeks"][1:].sum(),
        "sanctions-begun": total["begun"],
        "sanctions-ended": total["ended"],
        "list-entries": total["listed"],
        "list-exits": total["unlisted"],
        "refusals": total["refused"].sum(),
        "refused-wrongly": total["refused_wrongly"],
        "privileges": total["privileged"],
        "appeals-filed": total["filed"],
        "appeals-upheld": total["upheld"],
        "appeals-rejected": total["rejected"],
        "appeals-silent": total["silent"],
        "appeals-lapsed": total["lapsed"],
        "corrections-undone": total["undone"],
        "deaths": total["deaths"],
        "couples-parted": total["parted"],
        "couples-paired": total["paired"],
        "mean-score": state["score"].mean(),
        "mean-deserved": state["deserved"].mean(),
        "aware": state["aware"].mean(),
        "accounts-closed": state["closed"].mean(),
    }
    found |= {
        f"wrongly-sanctioned-weeks origin:{origin}": count for origin, count in zip(ORIGINS[1:], total["weeks"][1:])
    }
    return {name: float(count) for name, count in found.items()}
