"""What changes about a person of the second program, whom a person lives with, and what befalls a person in a week.

One array for each attribute; -1 stands for nobody, never and nothing.
"""

from collections import namedtuple

import numpy as np
from figures import KINDS, MATTERS, table
from numba import njit
from society import CHILD, ELDER, GROWN, HEAD, HOOD, PARTNER

DOMAINS = sorted({row[0] for row in MATTERS.values()})
DOMAIN = np.array([DOMAINS.index(row[0]) for row in MATTERS.values()])
ORIGINS = ["own-deed", "wrong-inference", "wrong-person", "wrong-join", "clerk", "tie", "mixed"]
OWN, INFERENCE, PERSON, JOIN, CLERK, BY_TIE, MIXED = range(7)
# Ties, in the order of the weights of spillover.
TO_PARTNER, TO_PARENT, TO_CHILD, TO_HOUSEMATE, TO_KIN, TO_FRIEND, TO_COLLEAGUE = range(7)
ADULT, SCHOOL, RETIRED, INFANT = 18, 6, 60, 3
# Messages: an entry (matter, origin), points along a tie (rule, points, steps), a fright.
ENTRY, SPILL, FRIGHT = range(3)
STALE = 4
Mailbox = namedtuple("Mailbox", "letter chain used")


def people(first_ones, figures):
    """The state at the start: everybody at the start of the scale, with an empty record."""
    count = len(first_ones["born"])
    nothing, never = lambda *more: np.zeros((count, *more), int), lambda *more: np.full((count, *more), -1)
    no = lambda *more: np.zeros((count, *more), bool)
    start = np.full(count, figures["start"])
    tier = np.full(count, tier_of(figures, figures["start"]))
    return table({
        **first_ones, "parted": no(), "partner": never(), "score": start, "deserved": start, "tier": tier, "cause": never(),
        "listed_until": never(), "listed_by": never(), "due_until": never(), "uses": nothing(2, figures["low"].size).astype(np.int8),
        "lost": nothing(5), "fear": nothing(), "aware": no(), "closed": no(), "sanctioned": no(), "spell": no(),
        "filed": never(), "frightened": no(), "stale_missed": nothing(STALE), "stale_points": nothing(STALE),
        "stale_listed": no(STALE), "stale_cause": never(STALE), "did": no(len(KINDS)), "seen": no(len(MATTERS)),
    })  # fmt: skip


def hoods(count):
    """What a neighbourhood remembers, in 1/256 of a post."""
    return table({"critical": np.zeros(-(-count // HOOD), int), "stances": np.zeros(-(-count // HOOD), int)})


def mailbox(count, room=1 << 17):
    """Messages, or entries with nothing behind them: chains by person, in the order of writing."""
    letters = {name: np.zeros(room, int) for name in ("kind", "one", "two", "steps", "next")}
    chains = {"first": np.full(count, -1), "last": np.full(count, -1)}
    return Mailbox(table(letters), table(chains), np.zeros(1, int))


@njit
def send(box, to, kind, one, two, steps):
    number, letter, chain = box.used[0], box.letter, box.chain
    if number == letter.size:
        raise ValueError("the mailbox is full")
    letter.kind[number], letter.one[number], letter.two[number] = kind, one, two
    letter.steps[number], letter.next[number] = steps, -1
    if chain.first[to] < 0:
        chain.first[to] = number
    else:
        letter.next[chain.last[to]] = number
    chain.last[to] = number
    box.used[0] = number + 1


@njit
def empty(box):
    box.chain.first[:] = -1
    box.used[0] = 0


@njit
def hit(chance):
    return np.random.random() < chance


@njit
def age(people, at, week):
    return max(week - people.born[at], 0) // 52


@njit
def household(society, at):
    first = society.place.home[at]
    return range(first, min(first + society.place["size"][at], society.place.size))


@njit
def partner(people, society, at, week):
    """The first one, or after a parting a new one."""
    if people.parted[at]:
        return people.partner[at]
    other = society.place.first_partner[at]
    if other < 0:
        return -1
    for one in (at, other):
        if people.born[one] >= 0 or age(people, one, week) < ADULT or people.parted[one]:
            return -1
    return other


@njit
def tie_to(people, society, at, other, week):
    """What another of the household is to a person."""
    if partner(people, society, at, week) == other:
        return TO_PARTNER
    mine = CHILD if people.born[at] >= 0 else society.place.role[at]
    theirs = CHILD if people.born[other] >= 0 else society.place.role[other]
    couple, young = (HEAD, PARTNER), (CHILD, GROWN)
    if (mine in couple and theirs in young) or (mine == ELDER and theirs == HEAD):
        return TO_CHILD
    if (mine in young and theirs in couple) or (mine == HEAD and theirs == ELDER):
        return TO_PARENT
    return TO_HOUSEMATE


@njit
def has(people, society, at, sign, week):
    """Whether somebody has a trait: dependency, parenthood, idleness."""
    if sign == 0:
        return people.drinking[at] == 3
    if sign == 1:
        for other in household(society, at):
            if age(people, other, week) < INFANT and tie_to(people, society, at, other, week) == TO_CHILD:
                return True
        return False
    return ADULT <= age(people, at, week) < RETIRED and not people.works[at]


@njit
def tier_of(figures, score):
    tier = 0
    for one in range(figures.tier_from.size):
        if score >= figures.tier_from[one]:
            tier = one
    return tier


@njit
def under_sanction(people, figures, at):
    return people.listed_until[at] >= 0 or figures.tier_sanctions[people.tier[at]]


@njit
def deserves_sanction(people, figures, at):
    return people.due_until[at] >= 0 or figures.tier_sanctions[tier_of(figures, people.deserved[at])]


@njit
def bounded(figures, score):
    return min(max(score, figures.floor), figures.ceiling)
