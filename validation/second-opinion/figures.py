"""The figures of the reduced study, from the study as resolved that stands in the manifest of a run.

No number of a file is typed here: what is written down are names, and how a number of a file becomes one of the model.
"""

import json
import math
import tomllib
from pathlib import Path

import numpy as np

WEEKS = 52
# Kinds of conduct in their order, each with its domain of life; `*` marks a violation of law.
MATTERS = """alcohol-purchase purchases | nappy-purchase purchases | game-purchase purchases | late-bill finance *
late-loan finance * | loan-default finance * | traffic-offence traffic * | civic-act civic | truancy school *
missed-checkup health | petition civic | neutral-post speech | supportive-post speech | critical-post speech
investigative-post speech | lawsuit court | unpaid-order court * | contract-breach finance | sued-breach court
commercial-lapse finance | illegal-fundraising finance * | utility-theft housing * | utility-damage housing *
drunk-driving traffic * | honoured-act civic | undeclared-income work * | threat civic | rudeness purchases
courtesy purchases""".replace("\n", " | ")
MATTERS = {row.split()[0]: row.split()[1:] for row in MATTERS.split("|")}
REQUESTS = ["rail-trip", "air-trip", "loan-request", "job-request", "home-request", "school-request", "deposit-request"]
KINDS = [*MATTERS, *REQUESTS]
OF_MONEY = ["late-bill", "late-loan", "loan-default", "unpaid-order"]
POSTS = ["neutral-post", "supportive-post", "critical-post", "investigative-post"]
TRAITS = ["dependency", "parenthood", "idleness"]
TIES = ["partner", "parent", "child", "housemate", "kin", "friend", "colleague", "acquaintance"]
WHO = ["everyone", "adults", "drivers", "pupils", "with-infant", "with-pupil"]
HABITS = [None, "drinking", "writing", "care"]
COVERS = ["deeds", "app-users", "city-cameras"]
# What is switched off in the reduced study, and so is not in this program.
LEFT_OUT = {"commercial-score", "attention", "partners", "generations", "scarring", "adaptation", "home-town"}


def number(figure):
    """The value of a figure, which may stand with its range and its source."""
    return float(figure["value"] if isinstance(figure, dict) else figure)


def weekly(figure):
    """The chance in a week of what happens so often in a year."""
    return -math.expm1(-number(figure) / WEEKS)


def numbers(figures):
    return [number(one) for one in figures]


def byte(figure):
    return math.floor(255 * number(figure) + 0.5)


def read(folder):
    """The resolved study of a run folder, and the seeds that it was run with."""
    manifest = json.loads((Path(folder) / "manifest.json").read_text())
    resolved = tomllib.loads(manifest["resolved"])
    off = {name for name, on in resolved["study"].get("mechanisms", {}).items() if not on}
    if off != LEFT_OUT:
        raise SystemExit(f"this study switches off {sorted(off)}; the second program leaves out {sorted(LEFT_OUT)}")
    return resolved, manifest["seeds"], manifest["ticks"]


def of(resolved):
    """All figures that the weeks of the second program need."""
    (world,) = resolved["study"]["worlds"]
    (step,) = world["rollout"]
    society, regime = resolved["society"], resolved["regimes"][step["regime"]]
    return row({**conduct(society, regime), **watching(society, regime), **responses(society), **institution(regime)})


def table(parts):
    """Columns of one length, as a table that compiled code takes as a whole."""
    columns = {name: np.asarray(column) for name, column in parts.items()}
    # Compiled code knows no lists of truth values within a row.
    kind = lambda column: np.int8 if column.dtype == bool and column.ndim > 1 else column.dtype
    fields = [(name, kind(column), column.shape[1:]) for name, column in columns.items()]
    made = np.zeros(len(next(iter(columns.values()))), np.dtype(fields, align=True))
    for name, column in columns.items():
        made[name] = column
    return made


def row(parts):
    """Numbers and lists of numbers, as one row that compiled code takes as a whole."""
    return table({name: np.asarray(part)[None] for name, part in parts.items()})[0]


def factors(habits, follows):
    """How much more each class of a habit does than the mean, or how often a drinker buys."""
    per = lambda of, share: of / share if share > 0 else 0.0
    if follows == "drinking":
        return [0.0, *numbers(habits["purchases"])]
    if follows == "writing":
        most, few = number(habits["prolific_posts"]), number(habits["prolific"])
        ordinary = 1 - number(habits["never_write"]) - few
        return [0.0, per(1 - most, ordinary), per(most, few), per(most, few)]
    if follows == "care":
        return [per(of, share) for of, share in zip(numbers(habits["lapses"]), numbers(habits["care"]))]
    return [1.0] * 4


def conduct(society, regime):
    rules = regime["rules"]
    chance, who, follows = np.zeros((len(KINDS), 4)), np.zeros(len(KINDS), int), np.zeros(len(KINDS), int)
    for kind, file in society["deeds"].items():
        at, habit = KINDS.index(kind), file.get("follows")
        each = [number(file["rate"]) * factor for factor in factors(society["habits"], habit)]
        chance[at] = [weekly(rate) for rate in each]
        who[at], follows[at] = WHO.index(file["who"]), HABITS.index(habit)
    about = lambda matter: [rule for rule in rules if rule["matter"] == matter]
    low = lambda rule: min(numbers(rule["points"]))
    listed = regime["list"].get("matter", "unpaid-order")
    uses = lambda matter: bool(about(matter)) or matter == listed
    for at, matter in enumerate(MATTERS):
        if not uses(matter) and matter not in POSTS and "*" not in MATTERS[matter]:
            chance[at] = 0
    removal = regime["removal"]
    return {
        "chance": chance,
        "who": who,
        "follows": follows,
        # Factors on lapses with money, by fifth of income.
        "of_money": np.array([matter in OF_MONEY for matter in MATTERS]),
        "by_fifth": np.array(numbers(society["consequences"]["hardship"]["by_fifth"])),
        "stance": np.array([POSTS.index(matter) if matter in POSTS else -1 for matter in MATTERS]),
        "uses": np.array([uses(matter) for matter in MATTERS]),
        "punishes": np.array([any(low(rule) < 0 for rule in about(matter)) for matter in MATTERS]),
        "harms_ties": np.array([any(rule.get("spills") for rule in about(matter)) for matter in MATTERS]),
        "list_matter": list(MATTERS).index(listed),
        "removable": np.array([matter in removal["matters"] for matter in MATTERS]),
        "removes": number(removal["share"]),
        "closes": number(removal.get("closes", 0)),
        "reopens": 1 / number(removal["closed_weeks"]) if "closed_weeks" in removal else 0.0,
    }


def watching(society, regime):
    channels = [one for one in society["channels"] if one["channel"] in regime["channels"]]
    of = lambda key, turn: np.array([turn(one.get(key, 0)) for one in channels])
    face = society["identification"]
    looks, ratio = np.array(numbers(face["looks"])), number(face["looks_ratio"])
    group = ratio ** (np.arange(3) / 2)
    male = number(society["people"]["sex_ratio"]) / (100 + number(society["people"]["sex_ratio"]))
    women = number(face["women_ratio"])
    mean = (group * looks).sum() / looks.sum() * ((1 - male) * women + male)
    return {
        "looks_at": np.array([[matter in one["matters"] for matter in MATTERS] for one in channels]),
        "covers": np.array([COVERS.index(one["covers"]) for one in channels]),
        "covered": of("share", number),
        "misses": of("miss", number),
        "wrong_person": of("wrong_person", number),
        "wrong_join": of("wrong_join", number),
        "false_match": of("false_match", weekly),
        "clerk": of("clerk", weekly),
        # By looks group and sex, women first.
        "face_factor": np.stack([group * women / mean, group / mean], axis=1),
        "face_false": 1 / number(face["comparisons_per_false_match"]),
        "face_alarm": weekly(face["false_alarms"]),
    }


def responses(society):
    response, reactions = society["response"], society["reactions"]
    filing, correction = society["remedies"]["filing"], society["remedies"]["correction"]
    return {
        "fear_own": byte(response["fear_own"]),
        "fear_tie": byte(response["fear_tie"]),
        "fade": number(response["fade"]),
        "chill": number(response["chill"]),
        "silence": number(response["silence"]),
        "deterrence": number(response["deterrence"]),
        "news": number(reactions["awareness"]["news"]),
        "talk": number(reactions["awareness"]["talk"]),
        "slope": number(reactions["silence"]["slope"]),
        "usual": number(reactions["silence"]["usual"]),
        "memory": round(number(reactions["silence"]["memory"])),
        "care": number(reactions["care"]["care"]),
        "friends_in_mind": number(reactions["care"]["friends"]),
        "knows": number(filing["knows"]),
        "daunt": number(filing["daunt"]),
        "pays": np.array(numbers(filing["pays"])),
        "files_wronged": weekly(filing["wronged"]),
        "files_others": weekly(filing["others"]),
        "copies": int(number(correction["copies"])),
        "reaches": number(correction["reaches"]),
        "exchange": weekly(correction["exchange"]),
    }


def institution(regime):
    rules, tiers = regime["rules"], regime["tiers"]
    names = [tier["name"] for tier in tiers]
    gates = {gate["request"]: gate for gate in regime["gates"]}
    at_gate = lambda key: np.array(
        [[name in gates.get(request, {}).get(key, []) for name in names] for request in REQUESTS]
    )
    weights = regime["spillover"]["weights"]
    appeals = regime["appeals"]
    proves = number(appeals.get("proves", 1)) if appeals.get("burden") == "person" else 1.0
    cap = lambda rule, key: rule["cap"][key] if "cap" in rule else 0
    points = [numbers(rule["points"]) for rule in rules]
    return {
        "rule_matter": np.array([list(MATTERS).index(rule["matter"]) for rule in rules]),
        "low": np.array([int(min(each)) for each in points]),
        "high": np.array([int(max(each)) for each in points]),
        "times": np.array([cap(rule, "times") for rule in rules]),
        "window": np.array([cap(rule, "weeks") for rule in rules]),
        "infers": np.array([TRAITS.index(rule["infers"]) if "infers" in rule else -1 for rule in rules]),
        "spills": np.array([rule.get("spills", False) for rule in rules]),
        "start": int(number(regime["scale"]["start"])),
        "floor": int(number(regime["scale"]["floor"])),
        "ceiling": int(number(regime["scale"]["ceiling"])),
        "forgets_every": regime["forgetting"]["every"],
        "forgets": number(regime["forgetting"]["share"]),
        "tier_from": np.array([int(number(tier["from"])) for tier in tiers]),
        "tier_sanctions": np.array([tier.get("sanction", False) for tier in tiers]),
        "weights": np.array([number(weights.get(tie, 0)) for tie in TIES]),
        "reach": regime["spillover"]["reach"],
        "enter": number(regime["list"]["enter"]),
        "term": round(WEEKS * number(regime["list"]["term"])) if "term" in regime["list"] else 1 << 40,
        "repair": weekly(regime["list"]["repair"]),
        "refuses": at_gate("refuses"),
        "grants": at_gate("grants"),
        "refuses_listed": np.array([gates.get(request, {}).get("refuses_listed", False) for request in REQUESTS]),
        "capacity": math.floor(1000 * number(appeals["capacity"]) + 0.5),
        "silent": number(appeals["silence"]),
        "upheld_wrong": number(appeals["upheld_wrong"]) * proves,
        "upheld_right": number(appeals["upheld_right"]),
    }
