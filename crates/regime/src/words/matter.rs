//! What a record can speak of: matters, requests, traits read from proxies, and the channels that write.
//!
//! A [`Matter`] is a kind of conduct as the institution names it. A [`Request`] is something that a person
//! asks for and that a gate may refuse. A [`Trait`] is what an institution reads into a matter. A [`Channel`]
//! is the way by which an entry came to be written. Names are those of the scenario files.

use super::domain::Domain;
use demerit_kernel::named;

named! {
    /// A kind of conduct that a record can speak of.
    Matter {
        /// Alcohol was bought.
        AlcoholPurchase = "alcohol-purchase",
        /// Nappies were bought.
        NappyPurchase = "nappy-purchase",
        /// Games were bought, or long hours played.
        GamePurchase = "game-purchase",
        /// A bill was paid late.
        LateBill = "late-bill",
        /// A loan instalment was paid late.
        LateLoan = "late-loan",
        /// A loan was not paid back.
        LoanDefault = "loan-default",
        /// A traffic rule was broken.
        TrafficOffence = "traffic-offence",
        /// Volunteering, a donation, help given.
        CivicAct = "civic-act",
        /// A pupil stayed away from school.
        Truancy = "truancy",
        /// A medical appointment or vaccination was missed.
        MissedCheckup = "missed-checkup",
        /// A grievance was taken to a higher office.
        Petition = "petition",
        /// A post on public affairs without a stance.
        NeutralPost = "neutral-post",
        /// A post that supports the authorities.
        SupportivePost = "supportive-post",
        /// A post that criticises them.
        CriticalPost = "critical-post",
        /// A post that reveals something about them.
        InvestigativePost = "investigative-post",
        /// A suit was lost in court.
        Lawsuit = "lawsuit",
        /// A court's order to pay was not met.
        UnpaidOrder = "unpaid-order",
        /// A contract was not performed.
        ContractBreach = "contract-breach",
        /// Sued, and found in breach of a contract.
        SuedBreach = "sued-breach",
        /// Another lapse in business.
        CommercialLapse = "commercial-lapse",
        /// Money was raised or lent against the law.
        IllegalFundraising = "illegal-fundraising",
        /// Water, gas, power or heat was stolen.
        UtilityTheft = "utility-theft",
        /// Equipment of a public utility was destroyed.
        UtilityDamage = "utility-damage",
        /// Drunk driving.
        DrunkDriving = "drunk-driving",
        /// An act that a public award honours.
        HonouredAct = "honoured-act",
        /// Income that should have been declared to a benefits office was not.
        UndeclaredIncome = "undeclared-income",
        /// Something that a security office watches for.
        Threat = "threat",
        /// Rudeness to somebody in a ride, a room, a sale.
        Rudeness = "rudeness",
        /// Courtesy in the same.
        Courtesy = "courtesy",
    }
}

impl Matter {
    /// The domain of life that the matter belongs to.
    #[must_use]
    pub const fn domain(self) -> Domain {
        match self {
            Self::AlcoholPurchase | Self::NappyPurchase | Self::GamePurchase => Domain::Purchases,
            Self::LateBill
            | Self::LateLoan
            | Self::LoanDefault
            | Self::ContractBreach
            | Self::CommercialLapse
            | Self::IllegalFundraising => Domain::Finance,
            Self::TrafficOffence | Self::DrunkDriving => Domain::Traffic,
            Self::UtilityTheft | Self::UtilityDamage => Domain::Housing,
            Self::UndeclaredIncome => Domain::Work,
            Self::Rudeness | Self::Courtesy => Domain::Purchases,
            Self::CivicAct | Self::Petition | Self::HonouredAct | Self::Threat => Domain::Civic,
            Self::Truancy => Domain::School,
            Self::MissedCheckup => Domain::Health,
            Self::NeutralPost | Self::SupportivePost | Self::CriticalPost | Self::InvestigativePost => {
                Domain::Speech
            }
            Self::Lawsuit | Self::UnpaidOrder | Self::SuedBreach => Domain::Court,
        }
    }
}

named! {
    /// Something that a person asks for and that a gate may refuse.
    Request {
        /// A seat on a fast train.
        RailTrip = "rail-trip",
        /// A seat on an aeroplane.
        AirTrip = "air-trip",
        /// A loan.
        Loan = "loan-request",
        /// A post in the state's service.
        StateJob = "job-request",
        /// A home to rent.
        Home = "home-request",
        /// A place at a better school for a child.
        SchoolPlace = "school-request",
        /// A room or a car, with or without a deposit.
        Deposit = "deposit-request",
    }
}

impl Request {
    /// The domain of life that a refusal would touch.
    #[must_use]
    pub const fn domain(self) -> Domain {
        match self {
            Self::RailTrip | Self::AirTrip => Domain::Travel,
            Self::Loan => Domain::Finance,
            Self::StateJob => Domain::Work,
            Self::Home | Self::Deposit => Domain::Housing,
            Self::SchoolPlace => Domain::School,
        }
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
