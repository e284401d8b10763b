"""A week of the second program: the phases of the ODD, one person after the other, with luck of its own."""

import numpy as np
from figures import KINDS, MATTERS, REQUESTS, row
from numba import njit
from people import (
    ADULT, BY_TIE, CLERK, DOMAIN, DOMAINS, ENTRY, FRIGHT, INFANT, INFERENCE, JOIN, MIXED, ORIGINS, OWN, PERSON, SCHOOL,
    SPILL, STALE, TO_COLLEAGUE, TO_FRIEND, TO_KIN, TO_PARTNER, age, bounded, deserves_sanction, empty, has, hit, household,
    partner, send, tie_to, tier_of, under_sanction,
)  # fmt: skip
from society import HOOD

MATTER_COUNT = len(MATTERS)
REQUEST_COUNT = len(REQUESTS)
KIND_COUNT = len(KINDS)
NEUTRAL, SUPPORTIVE, CRITICAL, INVESTIGATIVE = range(4)
PUBLISHED, REMOVED, WITHHELD, FOR_OTHERS, MUTED, SILENCED = range(6)
LOOKS_IN_VAIN = 128
MOST_YEARS_APART = 15
EVENT = 256
PRIOR = 20.0


def tally():
    """Counts of a run."""
    parts = {"deeds": np.zeros(KIND_COUNT, int), "posts": np.zeros((4, 6), int), "entries": np.zeros(len(ORIGINS), int)}
    parts |= {"lost": np.zeros((len(DOMAINS), len(ORIGINS)), int), "weeks": np.zeros(len(ORIGINS), int)}
    names = "deterred gained refused refused_listed refused_wrongly privileged listed unlisted listed_weeks begun ended"
    names += " filed upheld rejected silent lapsed undone deaths parted paired"
    return row(parts | dict.fromkeys(names.split(), 0))


@njit
def live(people, society, births, figures, total, week):
    count = society.place.size
    for at in range(count):
        if hit(society.rate.death[min(age(people, at, week), 127)]):
            be_born(people, births, figures, total, at, week)
    for at in range(count):
        other = partner(people, society, at, week)
        if other > at and hit(society.rate.parts):
            for one in (at, other):
                if people.parted[one]:
                    people.partner[one] = -1
                people.parted[one] = True
            total.parted += 1
        elif other < 0 and people.parted[at] and hit(society.rate.pairs):
            found = somebody_alone(people, society, at, week)
            if found >= 0:
                people.partner[at], people.partner[found] = found, at
                total.paired += 1


@njit
def be_born(people, births, figures, total, at, week):
    """A death, and a birth in the same place."""
    new = total.deaths
    total.deaths += 1
    total.ended += people.spell[at]
    if people.partner[at] >= 0:
        people.partner[people.partner[at]] = -1
    people.born[at] = week
    people.male[at], people.drinking[at], people.writing[at] = births.male[new], births.drinking[new], births.writing[new]
    people.care[at], people.drives[at], people.uses_apps[at] = births.care[new], births.drives[new], births.uses_apps[new]
    people.works[at], people.fifth[at], people.support[at] = births.works[new], births.fifth[new], births.support[new]
    people.able[at] = births.able[new]
    people.score[at] = people.deserved[at] = figures.start
    people.tier[at] = tier_of(figures, figures.start)
    people.fear[at] = 0
    people.uses[at], people.lost[at], people.stale_missed[at] = 0, 0, 0
    people.parted[at] = people.aware[at] = people.closed[at] = people.sanctioned[at] = people.spell[at] = False
    people.partner[at] = people.cause[at] = people.listed_until[at] = people.due_until[at] = people.filed[at] = -1


@njit
def somebody_alone(people, society, at, week):
    """Anybody of the neighbourhood and the other sex who is alone too, near in age, and not the former partner."""
    first = at // HOOD * HOOD
    found, seen = -1, 0
    for other in range(first, min(first + HOOD, society.place.size)):
        alone = people.parted[other] and people.partner[other] < 0 and people.male[other] != people.male[at]
        near = abs(age(people, other, week) - age(people, at, week)) <= MOST_YEARS_APART
        if alone and near and other != at and other != society.place.first_partner[at]:
            seen += 1
            if hit(1.0 / seen):
                found = other
    return found


@njit
def act(people, hoods, society, figures, total, week):
    people.did[:] = False
    for at in range(society.place.size):
        if people.closed[at] and hit(figures.reopens):
            people.closed[at] = False
    for hood in range(hoods.critical.size):
        hoods.critical[hood] -= hoods.critical[hood] // figures.memory
        hoods.stances[hood] -= hoods.stances[hood] // figures.memory
        everybody = range(hood * HOOD, min(hood * HOOD + HOOD, society.place.size))
        for kind in range(KIND_COUNT):
            if figures.chance[kind].max() == 0:
                continue
            heard = (hoods.critical[hood] / EVENT + PRIOR * figures.usual) / (hoods.stances[hood] / EVENT + PRIOR)
            willing = max(1 + figures.slope * (heard - figures.usual), 0.0)
            highest = 2 * max(willing, 1.0)
            for at in everybody:
                luck, chance = np.random.random(), chance_of(people, figures, at, kind)
                if (
                    luck < chance * highest
                    and concerns(people, society, figures.who[kind], at, week)
                    and does(people, hoods, society, figures, total, week, at, kind, chance, luck, willing)
                ):
                    people.did[at, kind] = True
                    total.deeds[kind] += 1


@njit
def lives_with(people, society, at, youngest, below, week):
    for other in household(society, at):
        if youngest <= age(people, other, week) < below:
            return True
    return False


@njit
def concerns(people, society, who, at, week):
    years = age(people, at, week)
    if who == 0:
        return True
    if who == 3:
        return SCHOOL <= years < ADULT
    if years < ADULT:
        return False
    if who == 2:
        return people.drives[at]
    if who == 4:
        return lives_with(people, society, at, 0, INFANT, week)
    if who == 5:
        return lives_with(people, society, at, SCHOOL, ADULT, week)
    return True


@njit
def chance_of(people, figures, at, kind):
    """The chance in a week by the class of the habit that the kind follows."""
    habit = figures.follows[kind]
    if habit == 1:
        return figures.chance[kind, people.drinking[at]]
    if habit == 2:
        return figures.chance[kind, people.writing[at]]
    return figures.chance[kind, people.care[at] if habit == 3 else 0]


@njit
def does(people, hoods, society, figures, total, week, at, kind, chance, luck, willing):
    if kind >= MATTER_COUNT:
        return luck < chance
    punished = people.aware[at] and figures.punishes[kind]
    stance = figures.stance[kind]
    if stance >= 0:
        return says(people, hoods, society, figures, total, week, at, kind, stance, chance, luck, willing, punished)
    if figures.of_money[kind]:
        chance *= figures.by_fifth[people.fifth[at]]
    if luck >= chance:
        return False
    if punished and luck >= chance * (1 - figures.deterrence):
        total.deterred += 1
        return False
    return True


@njit
def says(people, hoods, society, figures, total, week, at, kind, stance, chance, luck, willing, punished):
    critical = stance >= CRITICAL
    opinion = 1.0
    if stance == SUPPORTIVE:
        opinion = 2 * people.support[at]
    elif critical:
        opinion = 2 * (1 - people.support[at])
    if luck >= chance * opinion * (willing if critical else 1.0):
        total.posts[stance, MUTED] += luck < chance * opinion
        return False
    if people.closed[at]:
        total.posts[stance, SILENCED] += 1
        return False
    if punished:
        if hit(figures.chill + figures.silence * people.fear[at] / 255):
            total.posts[stance, WITHHELD] += 1
            return False
        if critical and figures.harms_ties[kind] and hit(caring(people, society, figures, at, week)):
            total.posts[stance, FOR_OTHERS] += 1
            return False
    publish(people, hoods, figures, total, at, kind, stance)
    return True


@njit
def caring(people, society, figures, at, week):
    harm = figures.friends_in_mind * figures.weights[TO_FRIEND]
    for other in household(society, at):
        if other != at:
            harm += figures.weights[tie_to(people, society, at, other, week)]
    return figures.care * min(harm, 1.0)


@njit
def publish(people, hoods, figures, total, at, kind, stance):
    total.posts[stance, PUBLISHED] += 1
    if figures.removable[kind] and hit(figures.removes):
        total.posts[stance, REMOVED] += 1
        if hit(figures.closes):
            people.closed[at] = True
    elif stance != NEUTRAL:
        hoods.stances[at // HOOD] += EVENT
        hoods.critical[at // HOOD] += EVENT if stance >= CRITICAL else 0


@njit
def observe(people, society, figures, letters, unfounded):
    people.seen[:] = False
    for at in range(society.place.size):
        for matter in range(MATTER_COUNT):
            if people.did[at, matter] and figures.uses[matter]:
                is_watched(people, society, figures, letters, at, matter)
    for channel in range(figures.covers.size):
        for at in range(society.place.size):
            if figures.false_match[channel] > 0 and hit(figures.false_match[channel]):
                write_unfounded(figures, unfounded, at, channel, PERSON)
            if figures.clerk[channel] > 0 and hit(figures.clerk[channel]):
                write_unfounded(figures, unfounded, at, channel, CLERK)
            if figures.covers[channel] == 2 and hit(figures.face_alarm * face_factor(people, society, figures, at)):
                write_unfounded(figures, unfounded, at, channel, PERSON)


@njit
def face_factor(people, society, figures, at):
    return figures.face_factor[society.place.looks[at], 1 if people.male[at] else 0]


@njit
def is_watched(people, society, figures, letters, at, matter):
    """Puts a deed before the channels in their order, until one sees it."""
    for channel in range(figures.covers.size):
        if not figures.looks_at[channel, matter]:
            continue
        covered = figures.covered[channel]
        if figures.covers[channel] == 1:
            covered = 1.0 if people.uses_apps[at] else 0.0
        elif figures.covers[channel] == 2:
            covered = society.town.in_view[society.place.city[at]]
        if not hit(covered) or hit(figures.misses[channel]):
            continue
        to, origin = ascribed(people, society, figures, at, channel)
        if to == at:
            people.seen[at, matter] = True
        else:
            send(letters, to, ENTRY, matter, origin, 0)
        return


@njit
def ascribed(people, society, figures, at, channel):
    """To whom a channel puts down what it saw, and by which error."""
    luck, person, face = np.random.random(), figures.wrong_person[channel], 0.0
    city = society.place.city[at]
    if figures.covers[channel] == 2:
        one = min(figures.face_false * face_factor(people, society, figures, at), 1.0)
        face = -np.expm1(society.town.residents[city] * np.log1p(-one))
    others = society.town.persons[city]
    if luck < person and others > 1:
        other = society.town.first[city] + np.random.randint(others - 1)
        return (other + 1 if other >= at else other), PERSON
    if person <= luck < person + face:
        for _ in range(LOOKS_IN_VAIN):
            other = society.town.first[city] + np.random.randint(others)
            alike = society.place.looks[other] == society.place.looks[at] and society.place.male_at_start[other] == people.male[at]
            if alike and other != at:
                return other, PERSON
    elif luck >= 1 - figures.wrong_join[channel]:
        namesakes = society.place.namesakes[at]
        known = (namesakes >= 0).sum()
        if known:
            return namesakes[np.random.randint(known)], JOIN
    return at, OWN


@njit
def write_unfounded(figures, unfounded, at, channel, origin):
    looked_at = np.flatnonzero(figures.looks_at[channel])
    matter = looked_at[np.random.randint(looked_at.size)]
    if figures.uses[matter]:
        send(unfounded, at, ENTRY, matter, origin, 0)
