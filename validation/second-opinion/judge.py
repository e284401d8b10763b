"""The institution of the second program: entries become points, points spill over, doors open and close, appeals."""

import numpy as np
from numba import njit
from people import (
    ADULT, BY_TIE, DOMAIN, ENTRY, FRIGHT, INFERENCE, JOIN, MIXED, OWN, SPILL, STALE, TO_COLLEAGUE, TO_FRIEND, TO_KIN,
    TO_PARTNER, bounded, deserves_sanction, has, hit, household, send, tie_to, tier_of, under_sanction,
)  # fmt: skip
from society import HOOD
from week import MATTER_COUNT, REQUEST_COUNT


@njit
def judge(people, society, figures, total, inbox, unfounded, letters, week):
    rules = figures.low.size
    for at in range(society.place.size):
        # An officer's discretion by rule, then whether an order leads onto the list, then repair.
        luck = np.full(rules + 2, -1.0)
        for rule in range(rules):
            if figures.times[rule] and week % figures.window[rule] == 0:
                people.uses[at, :, rule] = 0
        if week > 0 and (at + week) % figures.forgets_every == 0:
            forget(people, figures, at)
        take_mail(people, society, figures, total, inbox, letters, luck, at, week)
        for matter in range(MATTER_COUNT):
            if people.seen[at, matter]:
                entered(people, society, figures, total, letters, luck, at, matter, OWN, week)
        number = unfounded.chain.first[at]
        while number >= 0:
            entered(people, society, figures, total, letters, luck, at, unfounded.letter.one[number], unfounded.letter.two[number], week)
            number = unfounded.letter.next[number]
        for matter in range(MATTER_COUNT):
            if people.did[at, matter] and figures.uses[matter]:
                deserve(people, society, figures, luck, at, matter, week)
        exchange_copies(people, figures, total, at, week)
        end_listings(people, figures, total, luck, at, week)
        people.tier[at] = tier_of(figures, people.score[at])


@njit
def drawn(luck, number):
    if luck[number] < 0:
        luck[number] = np.random.random()
    return luck[number]


@njit
def shrunk(points, share):
    return int(abs(points) * (1 - share)) * (1 if points > 0 else -1)


@njit
def forget(people, figures, at):
    people.score[at] = figures.start + shrunk(people.score[at] - figures.start, figures.forgets)
    people.deserved[at] = figures.start + shrunk(people.deserved[at] - figures.start, figures.forgets)
    for origin in range(5):
        people.lost[at, origin] = shrunk(people.lost[at, origin], figures.forgets)


@njit
def take_mail(people, society, figures, total, inbox, letters, luck, at, week):
    number = inbox.chain.first[at]
    while number >= 0 and people.born[at] != week:
        kind, one, two, steps = inbox.letter.kind[number], inbox.letter.one[number], inbox.letter.two[number], inbox.letter.steps[number]
        if kind == ENTRY:
            entered(people, society, figures, total, letters, luck, at, one, two, week)
        elif kind == SPILL:
            take(people, figures, total, at, one, two, BY_TIE)
            spill(people, society, figures, letters, at, one, two, steps, week)
        else:
            people.fear[at] = min(people.fear[at] + figures.fear_tie, 255)
            people.frightened[at] = True
        number = inbox.letter.next[number]


@njit
def entered(people, society, figures, total, letters, luck, at, matter, origin, week):
    """An entry in somebody's record: points by every rule about the matter, and the list."""
    counted_as = -1
    for rule in range(figures.low.size):
        if figures.rule_matter[rule] != matter:
            continue
        by = read_into(people, society, figures, at, rule, origin, week)
        if counted_as < 0:
            counted_as = by
        if may_use(people, figures, at, rule, 0):
            points = award(figures, luck, rule)
            take(people, figures, total, at, rule, points, by)
            if figures.spills[rule]:
                spill(people, society, figures, letters, at, rule, points, 0, week)
    total.entries[counted_as if counted_as >= 0 else origin] += 1
    if matter == figures.list_matter and drawn(luck, figures.low.size) < figures.enter:
        put_on_list(people, figures, total, at, origin, week)


@njit
def read_into(people, society, figures, at, rule, origin, week):
    """The origin of an entry under a rule, which may read a trait into it that is not there."""
    sign = figures.infers[rule]
    if origin == OWN and sign >= 0 and not has(people, society, at, sign, week):
        return INFERENCE
    return origin


@njit
def may_use(people, figures, at, rule, account):
    if figures.times[rule] == 0:
        return True
    if people.uses[at, account, rule] >= figures.times[rule]:
        return False
    people.uses[at, account, rule] += 1
    return True


@njit
def award(figures, luck, rule):
    low, high = figures.low[rule], figures.high[rule]
    return low if low == high else low + int(drawn(luck, rule) * (high - low + 1))


@njit
def take(people, figures, total, at, rule, points, origin):
    free = not figures.tier_sanctions[people.tier[at]]
    matter, before = figures.rule_matter[rule], people.score[at]
    people.score[at] = bounded(figures, before + points)
    if points >= 0:
        total.gained += points
        return
    count_loss(people, at, origin, before - people.score[at])
    if free:
        people.cause[at] = matter
    total.lost[DOMAIN[matter], origin] -= points


@njit
def count_loss(people, at, origin, points):
    if OWN < origin < MIXED:
        people.lost[at, origin - 1] = min(people.lost[at, origin - 1] + points, 255)


@njit
def spill(people, society, figures, letters, at, rule, points, steps, week):
    """Sends what a loss costs the ties."""
    if points >= 0 or steps >= figures.reach:
        return
    for other in household(society, at):
        if other != at:
            pass_on(figures, letters, other, tie_to(people, society, at, other, week), rule, points, steps)
    other = people.partner[at]
    if other >= 0 and society.place.home[other] != society.place.home[at]:
        pass_on(figures, letters, other, TO_PARTNER, rule, points, steps)
    for other in society.place.kin[at]:
        pass_on(figures, letters, other, TO_KIN, rule, points, steps)
    for other in society.place.friends[at]:
        pass_on(figures, letters, other, TO_FRIEND, rule, points, steps)
    for other in society.place.colleagues[at]:
        pass_on(figures, letters, other, TO_COLLEAGUE, rule, points, steps)


@njit
def pass_on(figures, letters, other, tie, rule, points, steps):
    exact = -points * figures.weights[tie]
    whole = int(exact) + (1 if hit(exact - int(exact)) else 0)
    if other >= 0 and whole > 0:
        send(letters, other, SPILL, rule, -whole, steps + 1)


@njit
def put_on_list(people, figures, total, at, origin, week):
    if people.listed_until[at] < 0:
        people.listed_by[at] = origin
        total.listed += 1
    people.listed_until[at] = week + figures.term


@njit
def deserve(people, society, figures, luck, at, matter, week):
    """Puts the rules to a true deed."""
    for rule in range(figures.low.size):
        if figures.rule_matter[rule] != matter or read_into(people, society, figures, at, rule, OWN, week) != OWN:
            continue
        if may_use(people, figures, at, rule, 1):
            people.deserved[at] = bounded(figures, people.deserved[at] + award(figures, luck, rule))
    if matter == figures.list_matter and drawn(luck, figures.low.size) < figures.enter:
        people.due_until[at] = week + figures.term


@njit
def exchange_copies(people, figures, total, at, week):
    """A stale copy that is exchanged brings back what had been put right."""
    luck = np.random.random() if people.stale_missed[at].any() else 1.0
    for row in range(STALE):
        missed = people.stale_missed[at, row]
        if missed == 0 or luck >= 1 - (1 - figures.exchange) ** missed:
            continue
        people.stale_missed[at, row] = 0
        total.undone += 1
        points, matter = people.stale_points[at, row], people.stale_cause[at, row]
        if points > 0:
            before = people.score[at]
            people.score[at] = bounded(figures, before - points)
            count_loss(people, at, JOIN, before - people.score[at])
            if matter >= 0:
                if not figures.tier_sanctions[people.tier[at]]:
                    people.cause[at] = matter
                total.lost[DOMAIN[matter], JOIN] += points
        if people.stale_listed[at, row] and people.listed_until[at] < 0:
            put_on_list(people, figures, total, at, JOIN, week)


@njit
def end_listings(people, figures, total, luck, at, week):
    if ends(people.due_until[at], figures, luck, week):
        people.due_until[at] = -1
    if ends(people.listed_until[at], figures, luck, week):
        people.listed_until[at] = -1
        total.unlisted += 1
    total.listed_weeks += people.listed_until[at] >= 0


@njit
def ends(until, figures, luck, week):
    return until >= 0 and (week >= until or drawn(luck, figures.low.size + 1) < figures.repair)


@njit
def answer(figures, request, tier, listed):
    """0 met, 1 refused for the list, 2 refused for the tier, 3 a privilege."""
    if listed and figures.refuses_listed[request]:
        return 1
    if figures.refuses[request, tier]:
        return 2
    return 3 if figures.grants[request, tier] else 0


@njit
def gate(people, figures, total):
    for at in range(people.born.size):
        for request in range(REQUEST_COUNT):
            if not people.did[at, MATTER_COUNT + request]:
                continue
            said = answer(figures, request, people.tier[at], people.listed_until[at] >= 0)
            total.privileged += said == 3
            if said == 1 or said == 2:
                total.refused += 1
                total.refused_listed += said == 1
                due = answer(figures, request, tier_of(figures, people.deserved[at]), people.due_until[at] >= 0)
                total.refused_wrongly += due == 0 or due == 3


@njit
def remedy(people, figures, total, week):
    for at in range(people.born.size):
        if people.filed[at] >= 0 or not under_sanction(people, figures, at):
            continue
        wrong = not deserves_sanction(people, figures, at)
        if hit(figures.files_wronged if wrong else figures.files_others) and is_able(people, figures, at):
            people.filed[at] = week
            total.filed += 1
    for first in range(0, people.born.size, HOOD):
        last = min(first + HOOD, people.born.size)
        each = figures.capacity * (last - first)
        for _ in range((week + 1) * each // 1_000_000 - week * each // 1_000_000):
            oldest = -1
            for at in range(first, last):
                if people.filed[at] >= 0 and (oldest < 0 or people.filed[at] < people.filed[oldest]):
                    oldest = at
            if oldest >= 0:
                decide(people, figures, total, oldest)


@njit
def is_able(people, figures, at):
    able = people.able[at]
    brave = 1 - figures.daunt * people.fear[at] / 255
    return able[0] < figures.knows and able[1] < brave and able[2] < figures.pays[people.fifth[at]]


@njit
def decide(people, figures, total, at):
    people.filed[at] = -1
    if not under_sanction(people, figures, at):
        total.lapsed += 1
        return
    wrong = not deserves_sanction(people, figures, at)
    if hit(figures.silent):
        total.silent += 1
    elif hit(figures.upheld_wrong if wrong else figures.upheld_right):
        total.upheld += 1
        uphold(people, figures, total, at, wrong)
    else:
        total.rejected += 1


@njit
def uphold(people, figures, total, at, wrong):
    """Gives back what errors took, and ends a listing that is not due; a correction may miss copies."""
    before = people.score[at]
    people.score[at] = bounded(figures, before + people.lost[at].sum())
    if wrong:
        people.score[at] = max(people.score[at], people.deserved[at])
    people.lost[at] = 0
    people.tier[at] = tier_of(figures, people.score[at])
    listed = people.listed_until[at] >= 0 and people.due_until[at] < 0
    if listed:
        people.listed_until[at] = -1
        total.unlisted += 1
    points, missed = people.score[at] - before, 0
    if points > 0 or listed:
        for _ in range(figures.copies):
            missed += not hit(figures.reaches)
    for row in range(STALE):
        if missed and people.stale_missed[at, row] == 0:
            people.stale_missed[at, row], people.stale_points[at, row] = missed, points
            people.stale_listed[at, row], people.stale_cause[at, row] = listed, people.cause[at]
            break


@njit
def respond(people, society, figures, total, letters, week):
    for at in range(people.born.size):
        if figures.fade > 0:
            people.fear[at] = max(people.fear[at] - max(int(people.fear[at] * figures.fade), 1), 0)
    for at in range(people.born.size):
        is_under = under_sanction(people, figures, at)
        if is_under and not people.sanctioned[at]:
            people.fear[at] = min(people.fear[at] + figures.fear_own, 255)
            people.frightened[at] = True
            frighten(people, society, figures, letters, at)
        people.sanctioned[at] = is_under
        total.begun += is_under and not people.spell[at]
        total.ended += people.spell[at] and not is_under
        people.spell[at] = is_under
        if is_under:
            total.weeks[origin_of_sanction(people, figures, at)] += 1
    learn(people, figures)


@njit
def frighten(people, society, figures, letters, at):
    for other in household(society, at):
        if other != at:
            send(letters, other, FRIGHT, 0, 0, 0)
    other = people.partner[at]
    if other >= 0 and society.place.home[other] != society.place.home[at]:
        send(letters, other, FRIGHT, 0, 0, 0)
    for others in (society.place.kin[at], society.place.friends[at]):
        for other in others:
            if other >= 0:
                send(letters, other, FRIGHT, 0, 0, 0)


@njit
def origin_of_sanction(people, figures, at):
    if deserves_sanction(people, figures, at):
        return OWN
    if figures.tier_sanctions[people.tier[at]]:
        most = people.lost[at].argmax()
        return most + 1 if people.lost[at, most] > 0 else MIXED
    return MIXED if people.listed_by[at] == OWN else people.listed_by[at]


@njit
def learn(people, figures):
    for first in range(0, people.born.size, HOOD):
        last = min(first + HOOD, people.born.size)
        chance = figures.news + figures.talk * people.aware[first:last].sum() / (last - first)
        for at in range(first, last):
            people.aware[at] = people.aware[at] or people.frightened[at] or hit(chance)
            people.frightened[at] = False
