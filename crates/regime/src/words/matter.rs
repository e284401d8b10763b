//! What a record can speak of: matters, requests, traits read from proxies, and the channels that write.
//!
//! A [`Matter`] is a kind of conduct as the institution names it. A [`Request`] is something that a person
//! asks for and that a gate may refuse. A [`Trait`] is what an institution reads into a matter. A [`Channel`]
//! is the way by which an entry came to be written. Names are those of the scenario files.

use super::domain::Domain;
use super::gravity::Gravity;
use demerit_kernel::named;

named! {
    /// A kind of conduct that a record can speak of.
    Matter: (Domain, Gravity) {
        /// Alcohol was bought.
        AlcoholPurchase = "alcohol-purchase" => (Domain::Purchases, Gravity::Lawful),
        /// Nappies were bought.
        NappyPurchase = "nappy-purchase" => (Domain::Purchases, Gravity::Lawful),
        /// Games were bought, or long hours played.
        GamePurchase = "game-purchase" => (Domain::Purchases, Gravity::Lawful),
        /// A bill was paid late.
        LateBill = "late-bill" => (Domain::Finance, Gravity::Minor),
        /// A loan instalment was paid late.
        LateLoan = "late-loan" => (Domain::Finance, Gravity::Minor),
        /// A loan was not paid back.
        LoanDefault = "loan-default" => (Domain::Finance, Gravity::Minor),
        /// A traffic rule was broken.
        TrafficOffence = "traffic-offence" => (Domain::Traffic, Gravity::Minor),
        /// Volunteering, a donation, help given.
        CivicAct = "civic-act" => (Domain::Civic, Gravity::Lawful),
        /// A pupil stayed away from school.
        Truancy = "truancy" => (Domain::School, Gravity::Minor),
        /// A medical appointment or vaccination was missed.
        MissedCheckup = "missed-checkup" => (Domain::Health, Gravity::Lawful),
        /// A grievance was taken to a higher office.
        Petition = "petition" => (Domain::Civic, Gravity::Lawful),
        /// A post on public affairs without a stance.
        NeutralPost = "neutral-post" => (Domain::Speech, Gravity::Lawful),
        /// A post that supports the authorities.
        SupportivePost = "supportive-post" => (Domain::Speech, Gravity::Lawful),
        /// A post that criticises them.
        CriticalPost = "critical-post" => (Domain::Speech, Gravity::Lawful),
        /// A post that reveals something about them.
        InvestigativePost = "investigative-post" => (Domain::Speech, Gravity::Lawful),
        /// A suit was lost in court.
        Lawsuit = "lawsuit" => (Domain::Court, Gravity::Lawful),
        /// A court's order to pay was not met.
        UnpaidOrder = "unpaid-order" => (Domain::Court, Gravity::Minor),
        /// A contract was not performed.
        ContractBreach = "contract-breach" => (Domain::Finance, Gravity::Minor),
        /// Sued, and found in breach of a contract.
        SuedBreach = "sued-breach" => (Domain::Court, Gravity::Minor),
        /// Another lapse in business.
        CommercialLapse = "commercial-lapse" => (Domain::Finance, Gravity::Minor),
        /// Money was raised or lent against the law.
        IllegalFundraising = "illegal-fundraising" => (Domain::Finance, Gravity::Serious),
        /// Water, gas, power or heat was stolen.
        UtilityTheft = "utility-theft" => (Domain::Housing, Gravity::Serious),
        /// Equipment of a public utility was destroyed.
        UtilityDamage = "utility-damage" => (Domain::Housing, Gravity::Serious),
        /// Drunk driving.
        DrunkDriving = "drunk-driving" => (Domain::Traffic, Gravity::Serious),
        /// An act that a public award honours.
        HonouredAct = "honoured-act" => (Domain::Civic, Gravity::Lawful),
        /// Income that should have been declared to a benefits office was not.
        UndeclaredIncome = "undeclared-income" => (Domain::Work, Gravity::Minor),
        /// Something that a security office watches for.
        Threat = "threat" => (Domain::Civic, Gravity::Serious),
        /// Rudeness to somebody in a ride, a room, a sale.
        Rudeness = "rudeness" => (Domain::Purchases, Gravity::Lawful),
        /// Courtesy in the same.
        Courtesy = "courtesy" => (Domain::Purchases, Gravity::Lawful),
    }
}

impl Matter {
    /// The domain of life that the matter belongs to.
    pub const fn domain(self) -> Domain {
        self.row().0
    }

    /// How bad it is by the law that holds for everybody.
    pub const fn gravity(self) -> Gravity {
        self.row().1
    }
}

named! {
    /// Something that a person asks for and that a gate may refuse.
    Request: Domain {
        /// A seat on a fast train.
        RailTrip = "rail-trip" => Domain::Travel,
        /// A seat on an aeroplane.
        AirTrip = "air-trip" => Domain::Travel,
        /// A loan.
        Loan = "loan-request" => Domain::Finance,
        /// A post in the state's service.
        StateJob = "job-request" => Domain::Work,
        /// A home to rent.
        Home = "home-request" => Domain::Housing,
        /// A place at a better school for a child.
        SchoolPlace = "school-request" => Domain::School,
        /// A room or a car, with or without a deposit.
        Deposit = "deposit-request" => Domain::Housing,
    }
}

impl Request {
    /// The domain of life that a refusal would touch.
    pub const fn domain(self) -> Domain {
        self.row()
    }
}

named! {
    /// A trait that an institution reads into a matter.
    Trait {
        /// Drinking that has got out of hand.
        Dependency = "dependency",
        /// Being the parent of a small child.
        Parenthood = "parenthood",
        /// Neither working nor learning.
        Idleness = "idleness",
    }
}

named! {
    /// The way by which an entry came to be written.
    Channel {
        /// Cameras in public places.
        Camera = "camera",
        /// Apps on the telephone: purchases, posts, games.
        App = "app",
        /// School files.
        School = "school",
        /// Medical files.
        Medical = "medical",
        /// Files of the security offices.
        Security = "security",
        /// Files of banks and utilities.
        Finance = "finance",
        /// Files of the courts.
        Court = "court",
        /// Files of the neighbourhood office: civic acts.
        Office = "office",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_lead_back() {
        for matter in Matter::ALL {
            assert_eq!(Matter::named(matter.name()), Some(matter));
        }
        for request in Request::ALL {
            assert_eq!(Request::named(request.name()), Some(request));
            assert_eq!(Matter::named(request.name()), None, "a name means one thing");
        }
        assert_eq!(Channel::named("telepathy"), None);
        assert_eq!(Trait::COUNT, 3);
    }
}
