//! Domains of life: the contexts in which something is done and in which something is refused.
//!
//! A sanction in one domain for conduct in another is what a reader of the regime asks about first, so each
//! matter and each request carries its domain. The cut into domains is our assumption.

use demerit_kernel::named;

named! {
    /// A context of life.
    Domain {
        /// What is bought.
        Purchases = "purchases",
        /// Bills, loans, credit.
        Finance = "finance",
        /// Driving.
        Traffic = "traffic",
        /// Neighbourhood, volunteering, petitions.
        Civic = "civic",
        /// Schools.
        School = "school",
        /// Health care.
        Health = "health",
        /// What is said in public.
        Speech = "speech",
        /// Courts and their orders.
        Court = "court",
        /// Travelling.
        Travel = "travel",
        /// Work.
        Work = "work",
        /// Homes, rooms and deposits.
        Housing = "housing",
    }
}
